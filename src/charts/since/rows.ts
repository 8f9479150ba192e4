import { threadsOf } from '../../guide/changes.ts';
import { factOf } from '../../guide/facts.ts';
import type { Guide } from '../../guide/types.ts';
import type { Side } from '../../lib/sides.ts';

/** The study's own time, or an event since. */
export type SinceRow = {
  id: string;
  part: 'gathered' | 'published' | 'change';
  title: string;
  /** `2026-02-03`, `2025-08` or `2024`; of a stretch its first month */
  date: string;
  /** the last month of a stretch; empty else */
  until: string;
  thread: string;
  /** who tells it; empty for the study */
  side: Side | '';
  source: string;
  source_name: string;
  fact: string;
  text: string;
  /** the day somebody last looked for what came after it; empty for the study */
  looked: string;
};

export const SINCE_COLUMNS: Record<keyof SinceRow, string> = {
  id: 'the id of the event, or the part of the study’s time',
  part: 'gathered or published for the study, change for an event since',
  title: 'what happened, in a few words',
  date: 'when: YYYY-MM-DD, YYYY-MM or YYYY; of a stretch its first month',
  until: 'the last month of a stretch',
  thread: 'what it is about',
  side: 'who tells it: official, advocate, press or party',
  source: 'the source: its id',
  source_name: 'its short citation',
  fact: 'the finding of the source: its id',
  text: 'what the source says, in our words',
  looked: 'the day somebody last looked for what came after it',
};

/** The study's time first, then events by what they are about, each list by date. */
export function sinceRows(guide: Guide): SinceRow[] {
  const { study } = guide;
  const { period, published } = study.data;
  const none = { until: '', thread: '', side: '', fact: '', text: '', looked: '' } as const;
  const own = { ...none, source: study.id, source_name: study.data.short };
  return [
    ...(period ? [{ ...own, id: 'gathered', part: 'gathered' as const, title: 'Interviews', date: period.from, until: period.to }] : []),
    ...(published ? [{ ...own, id: 'published', part: 'published' as const, title: 'The study is published', date: published }] : []),
    ...threadsOf(guide).flatMap(({ thread, changes }) =>
      changes.map(({ id, data }): SinceRow => {
        const { source, finding } = factOf(guide, data.fact);
        const from = { source: source.id, source_name: source.data.short, fact: finding.id, text: finding.text };
        return {
          id,
          part: 'change',
          title: data.title,
          date: data.date,
          until: '',
          thread,
          side: data.side,
          ...from,
          looked: data.reviewed,
        };
      }),
    ),
  ];
}
