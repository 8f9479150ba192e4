import { longDate } from '../lib/dates.ts';
import type { EntryOf, Guide } from './types.ts';

type Change = EntryOf<'changes'>;

/** Changes by the heading they stand under: each list by date, the longest list first. */
export function threadsOf({ changes }: Pick<Guide, 'changes'>): { thread: string; changes: Change[] }[] {
  const byDate = [...changes].sort((a, b) => (a.data.date < b.data.date ? -1 : a.data.date > b.data.date ? 1 : a.id < b.id ? -1 : 1));
  return [...Map.groupBy(byDate, ({ data }) => data.thread)]
    .map(([thread, some]) => ({ thread, changes: some }))
    .sort((a, b) => b.changes.length - a.changes.length);
}

/** When somebody last looked for what came after some events: the earliest of their days. */
export const lookedUpWords = (changes: readonly Pick<Change, 'data'>[]): string => {
  const [first] = changes.map(({ data }) => data.reviewed).sort();
  return first ? `What came later was last looked for on ${longDate(first)}.` : '';
};
