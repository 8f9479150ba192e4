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
  EVIDENCE_KINDS.map((kind) => ({
    kind,
    rows: guide.sources
      .filter(({ data }) => data.kind === kind)
      .flatMap((source) =>
        source.data.findings.flatMap((finding) => finding.on.filter(({ to }) => to === ref).map((on) => ({ source, finding, on }))),
      )
      .sort((a, b) => a.source.data.short.localeCompare(b.source.data.short, 'en')),
  })).filter(({ rows }) => rows.length > 0);
