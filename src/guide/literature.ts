import { madeOnce } from '../lib/items.ts';
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
