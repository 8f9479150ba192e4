import { madeOnce } from '../lib/items.ts';
import { numbered } from '../lib/text.ts';
import { STANCES, type Stance } from '../lib/voices.ts';
import { EVIDENCE_KINDS } from '../schemas/kinds.ts';
import type { Guide, Source } from './types.ts';

type SourceFinding = Source['data']['findings'][number];

/** One finding of a source as it bears on one finding of the guide. */
export interface LiteratureRow {
  source: Source;
  finding: SourceFinding;
  on: SourceFinding['on'][number];
}

/**
 * What sources say on a finding, by kind of evidence in the order of kinds, then by short citation.
 *
 * @param ref the finding, such as gaps/careers
 */
export const literatureOn = (guide: Pick<Guide, 'sources'>, ref: string): { kind: string; rows: LiteratureRow[] }[] =>
  madeOnce(known, guide.sources, () => byFinding(guide.sources)).get(ref) ?? [];

const known = new WeakMap<readonly Source[], Map<string, { kind: string; rows: LiteratureRow[] }[]>>();

/** What all sources say, by the finding they speak of. */
function byFinding(sources: readonly Source[]) {
  const rows = sources
    .flatMap((source) => source.data.findings.flatMap((finding) => finding.on.map((on) => ({ source, finding, on }))))
    .sort((a, b) => a.source.data.short.localeCompare(b.source.data.short, 'en'));
  return new Map(
    [...Map.groupBy(rows, ({ on }) => on.to)].map(([ref, own]) => [
      ref,
      EVIDENCE_KINDS.flatMap((kind) => {
        const some = own.filter(({ source }) => source.data.kind === kind);
        return some.length > 0 ? [{ kind, rows: some }] : [];
      }),
    ]),
  );
}

/** How the findings of a kind of evidence bear on a point: "3 findings: 1 supports, 2 refine". */
export function stancesWords(rows: readonly { on: { stance: Stance } }[]): string {
  const parts = byStance(
    (stance) => rows.filter(({ on }) => on.stance === stance).length,
    (stance, count) => numbered(count, stance, stance.replace(/s$/, '')),
  );
  return numbered(rows.length, 'finding', 'findings') + (parts && `: ${parts}`);
}

/**
 * On how many findings of the guide a source bears, and how: "3 findings: supports 2, refines 1". A finding that it supports
 * in one respect and refines in another counts under both. Empty for none.
 */
export function bearsWords(ons: readonly { to: string; stance: Stance }[]): string {
  const findings = new Set(ons.map(({ to }) => to)).size;
  const parts = byStance(
    (stance) => new Set(ons.filter((on) => on.stance === stance).map(({ to }) => to)).size,
    // the source is who supports: the findings are those of the guide
    (stance, count) => `${stance} ${count}`,
  );
  return findings === 0 ? '' : `${numbered(findings, 'finding', 'findings')}: ${parts}`;
}

/** The stances of which there is something, each in words, with commas. */
const byStance = (countOf: (stance: Stance) => number, words: (stance: Stance, count: number) => string): string =>
  STANCES.map((stance) => ({ stance, count: countOf(stance) }))
    .flatMap(({ stance, count }) => (count > 0 ? [words(stance, count)] : []))
    .join(', ');
