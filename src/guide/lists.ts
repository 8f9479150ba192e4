import { inParts } from '../lib/list-parts.ts';
import type { Finding, Guide, Link, Source } from './types.ts';

/**
 * Sources as their list has them, in its parts: the study first, then by short citation.
 *
 * @param most how many a part holds
 */
export function sourceParts({ sources, study }: Pick<Guide, 'sources' | 'study'>, most: number): Source[][] {
  const others = sources.filter((source) => source !== study).sort((a, b) => a.data.short.localeCompare(b.data.short, 'en'));
  return inParts([study, ...others], most);
}

/** Links from one finding. */
export interface LinksFrom {
  from: Finding;
  links: Link[];
}

/**
 * Links as their list has them, in its parts: those from one finding stay together.
 *
 * @param most how many a part holds, where no finding has more
 */
export function linkParts({ findings, links }: Pick<Guide, 'findings' | 'links'>, most: number): LinksFrom[][] {
  const by = Map.groupBy(links, ({ ends }) => ends?.from);
  const groups = findings.flatMap((from) => {
    const own = by.get(from);
    return own ? [{ from, links: own }] : [];
  });
  return inParts(groups, most, (group) => group.links.length);
}

/** The decade of a source as an address has it: `2020`, or `unknown`. */
export const decadeOf = ({ data: { year } }: Source): string => (year === undefined ? 'unknown' : `${Math.floor(year / 10) * 10}`);
