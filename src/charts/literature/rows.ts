import { shortOf } from '../../guide/labels.ts';
import { literatureOn } from '../../guide/literature.ts';
import type { Guide } from '../../guide/types.ts';
import { capital } from '../../lib/text.ts';
import { STANCES, type Stance } from '../../lib/voices.ts';
import type { EVIDENCE_KINDS } from '../../schemas/kinds.ts';

/** What somebody else found, as it bears on one finding of the guide. What bears on several has a row for each. */
export type LiteratureRow = {
  id: string;
  on: string;
  on_name: string;
  on_kind: string;
  kind: (typeof EVIDENCE_KINDS)[number];
  source: string;
  source_name: string;
  finding: string;
  year: number | '';
  decade: string;
  stance: Stance;
  /** 1 where they are the study's own authors, else 0 */
  same_authors: number;
  text: string;
  reason: string;
};

export const LITERATURE_COLUMNS: Record<keyof LiteratureRow, string> = {
  id: 'the source, its finding and what that bears on, as source#finding>kind/id',
  on: 'the finding of this guide it bears on: kind and id',
  on_name: 'its short name',
  on_kind: 'the group it stands in',
  kind: 'what kind of evidence the source is',
  source: 'the source: its id',
  source_name: 'its short citation',
  finding: 'the finding of the source: its id',
  year: 'year of publication; empty where the record shows none',
  decade: 'the decade of that year, or: no year',
  stance: 'how it bears on the finding: supports, refines or contradicts',
  same_authors: '1 where the source is by authors of the study, so no independent support, else 0',
  text: 'what the source says, in our words',
  reason: 'how it bears on the finding; ours',
};

/** Finding by finding, kind by kind of evidence, those that agree first. */
export const literatureRows = (guide: Guide): LiteratureRow[] =>
  guide.findings.flatMap((on) =>
    literatureOn(guide, on.ref).flatMap(({ rows: read }) =>
      read
        .map(
          ({ source: { id: source, data }, finding, on: { stance, reason } }): LiteratureRow => ({
            id: `${source}#${finding.id}>${on.ref}`,
            on: on.ref,
            on_name: capital(shortOf(on)),
            on_kind: guide.about.kinds[on.kind].title,
            kind: data.kind,
            source,
            source_name: data.short,
            finding: finding.id,
            year: data.year ?? '',
            decade: data.year ? `${Math.floor(data.year / 10) * 10}s` : 'no year',
            stance,
            same_authors: data.overlap === 'same authors' ? 1 : 0,
            text: finding.text,
            reason,
          }),
        )
        .sort((a, b) => STANCES.indexOf(a.stance) - STANCES.indexOf(b.stance)),
    ),
  );
