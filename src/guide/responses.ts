import { itemAt } from '../lib/items.ts';
import { capital, uncapital } from '../lib/text.ts';
import type { FindingKind } from '../schemas/kinds.ts';
import { dayOf } from './entries.ts';
import { shortOf } from './labels.ts';
import { grid, isJudged, isOpen, isWorse, type JudgedLink, type OpenLink } from './links.ts';
import { LINKED_FROM, PAIRINGS } from './relations.ts';
import type { Finding, Guide, Link, Statement } from './types.ts';

/** The kind that readers start from: what they recognize. */
export const STARTS: FindingKind = itemAt(LINKED_FROM, 0);

/** The kinds that may bear on it. */
export const RESPONSES: readonly FindingKind[] = PAIRINGS.filter(({ from }) => from === STARTS).map(({ to }) => to);

/** One thing that may help, with its pairs in the order of what they start from. */
export interface Response {
  finding: Finding;
  /** linked and contested */
  open: { from: Finding; link: OpenLink }[];
  /** what it may make worse */
  worse: { from: Finding; link: JudgedLink }[];
  /** considered and not linked, and those that nobody judged */
  closed: { from: Finding; link: Link }[];
  /** what it may need: the statements under the heading that its kind names */
  needs: readonly Statement[];
}

/** Everything that may help, in the study's order, with its pairs. */
export function responsesOf(guide: Guide): { starts: readonly Finding[]; responses: Response[] } {
  const { rows, columns } = grid(guide, STARTS, RESPONSES);
  const responses = columns.map((finding, c): Response => {
    const pairs = rows.flatMap(({ row, cells }) => {
      const link = cells[c]?.link;
      return link ? [{ from: row, link }] : [];
    });
    const open = pairs.flatMap(({ from, link }) => (isOpen(link) ? [{ from, link }] : []));
    const worse = pairs.flatMap(({ from, link }) => (isWorse(link) ? [{ from, link }] : []));
    const heading = guide.about.kinds[finding.kind].needs;
    return {
      finding,
      open,
      worse,
      closed: pairs.filter(({ link }) => ![...open, ...worse].some((pair) => pair.link === link)),
      needs: finding.statements.filter(({ section }) => section === heading && heading !== undefined),
    };
  });
  return { starts: rows.map(({ row }) => row), responses };
}

/** A warning over the reasons of a response: "May make timetables worse". */
export const mayWorsen = (from: Finding): string => `May make ${uncapital(shortOf(from))} worse`;

/** What follows the name of what a response may touch or make worse: whether that is contested, and whose judgment it is: ", contested, we infer". */
export const spokenFor = ({ voices }: Pick<Guide['about'], 'voices'>, { state, voice }: JudgedLink['data']): string =>
  `${state === 'contested' ? ', contested' : ''}, ${voices[voice].label.toLowerCase()}`;

/** What a response is not linked to, in a list; where nobody judged the pair that is said. */
export const notLinkedTo = ({ from, link }: Response['closed'][number]): string =>
  `${capital(shortOf(from))}${isJudged(link) ? '' : ' (not assessed)'}`;

/** The heads of the rows of a comparison that tell of pairs: "Gaps it may touch". */
export const pairHeads = (many: string): { open: string; worse: string; closed: string } => ({
  open: `${capital(many)} it may touch`,
  worse: `${capital(many)} it may make worse`,
  closed: `${capital(many)} not linked to it`,
});

/**
 * The day on which the content was last reviewed or judged: what a reader can ask "changed since when" by.
 *
 * @returns `2026-11-25`; empty for a guide without dates
 */
export const editionOf = ({ entries }: Guide): string =>
  [...entries.values()]
    .map((entry) => dayOf(entry) ?? '')
    .sort()
    .at(-1) ?? '';
