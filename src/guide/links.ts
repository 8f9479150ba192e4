import { isOpenState, LINK_STATES, type LinkState, type OpenState } from '../lib/link-states.ts';
import { recordOf } from '../lib/records.ts';
import { capital, uncapital } from '../lib/text.ts';
import { LINK_VOICES, type LinkVoice, PAIR_VOICES, type PairVoice } from '../lib/voices.ts';
import { type FindingKind, isFindingKind, type SpeaksOf } from '../schemas/kinds.ts';
import type { Bearing, JudgedLinkData } from '../schemas/link.ts';
import { findingOf, isFinding } from './entries.ts';
import { shortOf } from './labels.ts';
import { LINKED_FROM, PAIRINGS } from './relations.ts';
import type { Entry, Finding, Guide, Link, LinkEnds } from './types.ts';

/** A link that somebody judged: it has a page of its own. */
export type JudgedLink = Link & { data: JudgedLinkData; ends: LinkEnds };

/** A link by which the one may help with the other: linked, or contested. */
export type OpenLink = JudgedLink & { data: { state: OpenState } };

/**
 * The two findings that a link's id names.
 *
 * @param id `{from}--{to}`
 * @param entries by reference
 * @returns undefined where the id has another form, an end does not exist, or no pairing allows the two
 */
export function endsOf(id: string, entries: ReadonlyMap<string, Entry>): LinkEnds | undefined {
  const [from, to, ...rest] = id.split('--');
  if (!from || !to || rest.length > 0) return undefined;
  for (const pairing of PAIRINGS) {
    const [start, end] = [entries.get(`${pairing.from}/${from}`), entries.get(`${pairing.to}/${to}`)];
    if (start && end && isFinding(start) && isFinding(end)) return { from: start, to: end };
  }
  return undefined;
}

/** True for a link that somebody judged, whose ends are known. */
export const isJudged = (link: Link): link is JudgedLink => link.data.state !== 'not-assessed' && link.ends !== undefined;

/** True for a link by which the one may help with the other: linked, or contested. */
export const isOpen = (link: Link): link is OpenLink => isJudged(link) && isOpenState(link.data.state);

/** True for a link by which the one may make the other worse. */
export const isWorse = (link: Link): link is JudgedLink => isJudged(link) && link.data.state === 'may-worsen';

/** Whose judgment of a pair it is; empty where nobody judged it. */
export const voiceOf = ({ data }: Link): PairVoice => (data.state === 'not-assessed' ? '' : data.voice);

interface Mark {
  state: LinkState;
  /** left out where nobody judged the pair */
  voice?: PairVoice;
}

/** The order of the marks of pairs: by state, in each of these by voice. */
export const byStateAndVoice = ({ state, voice = '' }: Mark, other: Mark): number =>
  LINK_STATES.indexOf(state) - LINK_STATES.indexOf(other.state) || PAIR_VOICES.indexOf(voice) - PAIR_VOICES.indexOf(other.voice ?? '');

/** What sources say that bears on a pair; nothing where nobody judged it. */
export const bearingsOn = ({ data }: Link): readonly Bearing[] => (data.state === 'not-assessed' ? [] : data.sources);

/** Links of two kinds as a table: rows and columns in the study's order, each cell the link of its row and column. */
export function grid(guide: Guide, from: FindingKind, to: readonly FindingKind[]) {
  const columns = to.flatMap((kind) => guide.findings.filter((f) => f.kind === kind));
  const byEnds = new Map(guide.links.flatMap((link) => (link.ends ? [[`${link.ends.from.ref} ${link.ends.to.ref}`, link] as const] : [])));
  const rows = guide.findings
    .filter((f) => f.kind === from)
    .map((row) => ({ row, cells: columns.map((column) => ({ column, link: byEnds.get(`${row.ref} ${column.ref}`) })) }));
  return { columns, rows };
}

/** One heading of a finding's page with the links under it. */
export interface LinkGroup {
  heading: string;
  /** linked and contested */
  open: { link: OpenLink; other: Finding }[];
  /** heading over what may make it worse */
  harm: string;
  worse: { link: JudgedLink; other: Finding }[];
  /** considered and not linked */
  closed: { link: JudgedLink; other: Finding }[];
  /** nobody judged these */
  unjudged: { link: Link; other: Finding }[];
}

/**
 * The links of one finding by heading, in the order of the table of pairings.
 *
 * @param title how the other end is named, for the order inside a group
 */
export function linksOf(guide: Guide, finding: Finding, title: (other: Finding) => string): LinkGroup[] {
  const groups = new Map<string, LinkGroup>();
  const put = (heading: string, harm: string, link: Link, other: Finding): void => {
    const group = groups.get(heading) ?? { heading, open: [], harm, worse: [], closed: [], unjudged: [] };
    groups.set(heading, group);
    if (!isJudged(link)) group.unjudged.push({ link, other });
    else if (isOpen(link)) group.open.push({ link, other });
    else group[isWorse(link) ? 'worse' : 'closed'].push({ link, other });
  };
  for (const pairing of PAIRINGS)
    for (const link of guide.links) {
      const { ends } = link;
      if (!ends || ends.from.kind !== pairing.from || ends.to.kind !== pairing.to) continue;
      if (ends.from === finding) put(pairing.ahead, pairing.worse.ahead, link, ends.to);
      if (ends.to === finding) put(pairing.back, pairing.worse.back, link, ends.from);
    }
  // the abstract's before others', others' before ours, then by the name at the other end; never by strength: there is none
  const order = (a: { link: JudgedLink; other: Finding }, b: { link: JudgedLink; other: Finding }): number =>
    LINK_VOICES.indexOf(a.link.data.voice) - LINK_VOICES.indexOf(b.link.data.voice) || title(a.other).localeCompare(title(b.other), 'en');
  return [...groups.values()].map((group) => ({
    ...group,
    open: group.open.sort(order),
    worse: group.worse.sort(order),
    closed: group.closed.sort(order),
  }));
}

/** The pairs of which a finding is an end, in the order of the guide. */
export const pairsOf = ({ links }: Pick<Guide, 'links'>, finding: Finding): Link[] =>
  links.filter(({ ends }) => ends?.from === finding || ends?.to === finding);

/** How many pairs stand in each state, those without any left out: "8 linked, 1 contested, 3 not linked". Empty for no pair. */
export const statesWords = ({ links: { states } }: Pick<Guide['about'], 'links'>, pairs: readonly Link[]): string =>
  Object.entries(countLinks(pairs).states)
    .flatMap(([state, count]) => (count > 0 ? [`${count} ${states[state as LinkState].label.toLowerCase()}`] : []))
    .join(', ');

/** The links before and after one along an end: the same row or the same column, judged ones only. */
export function neighbors(guide: Guide, link: JudgedLink, end: 'from' | 'to'): { before?: JudgedLink; after?: JudgedLink } {
  const other = end === 'from' ? 'to' : 'from';
  const line = guide.links.filter((l): l is JudgedLink => isJudged(l) && l.ends[end] === link.ends[end] && l.ends[other] !== undefined);
  const at = line.indexOf(link);
  const [before, after] = [line[at - 1], line[at + 1]];
  return { ...(before && { before }), ...(after && { after }) };
}

/**
 * True while no sentence of the study's abstract is known to pair two findings: only then may a page say that it pairs
 * nothing. Whose the links of the guide are does not tell: the abstract may pair what nobody has linked in its voice yet.
 */
export const paperPairsNone = ({ study }: Pick<Guide, 'study'>): boolean => study.data.sentences.every(({ links }) => links.length === 0);

/**
 * A link as one sentence, which says no more than its state: a reason to think so, sources on both sides, none found, or harm.
 *
 * @returns undefined where a response has no words for its act (`acting`)
 */
export function linkSentence({ about }: Pick<Guide, 'about'>, { data, ends: { from, to } }: JudgedLink): string | undefined {
  const { acting: act } = to.data;
  const { acting: helped } = from.data;
  const isResponse = from.kind !== LINKED_FROM[0];
  if (!act || (isResponse && !helped)) return undefined;
  const closed = data.state === 'not-linked' ? data : undefined;
  const end = isResponse ? helped : `the ${about.kinds[from.kind].one} over ${uncapital(shortOf(from))}`;
  const said: Record<JudgedLinkData['state'], string> = {
    linked: `${act} may help with ${end}`,
    contested: `sources disagree on whether ${act} helps with ${end}`,
    'may-worsen': isResponse ? `${act} may make ${end} harder` : `${act} may widen ${end}`,
    'not-linked': closed?.despite
      ? `we do not link ${act} to ${end}, though a source supports it`
      : `we found no good reason to link ${act}${closed?.['by-way-of'] ? ' directly' : ''} to ${end}`,
  };
  return capital(said[data.state]);
}

/**
 * What nothing of a kind may help with, as the links have it.
 *
 * @param pairs of two findings each
 * @returns by the kind that pairs lead to, the findings they go from of which every pair with that kind was judged and none is
 *   open; kinds without any are left out
 */
export function withoutOpen(pairs: readonly { from: string; to: string; state: LinkState }[]): Map<FindingKind, string[]> {
  const found = new Map<FindingKind, string[]>();
  for (const [kind, own] of Map.groupBy(pairs, ({ to }) => to.split('/', 1)[0] ?? ''))
    for (const [from, row] of Map.groupBy(own, (pair) => pair.from))
      if (isFindingKind(kind) && row.every(({ state }) => state !== 'not-assessed' && !isOpenState(state)))
        found.set(kind, [...(found.get(kind) ?? []), from]);
  return found;
}

/** The findings by way of which alone a response works; none where that is not said of the pair. */
export const byWayOf = ({ entries }: Pick<Guide, 'entries'>, { data }: Link): Finding[] =>
  data.state === 'not-linked' ? (data['by-way-of'] ?? []).map((ref) => findingOf({ entries }, ref)) : [];

/** Ways from a finding over what may help to what may stand behind that: two open links, end to end. */
export function pathsOf({ links }: Pick<Guide, 'links'>): [first: OpenLink, second: OpenLink][] {
  const open = links.filter(isOpen);
  return open.flatMap((first) =>
    open.filter((second) => second.ends.from === first.ends.to).map((second): [OpenLink, OpenLink] => [first, second]),
  );
}

/** Heading over why a pair is not linked although a source supports the link. */
export const DESPITE = 'Not linked, though a source supports it';

/** What a source speaks of where it bears on a pair, as a sentence. */
export const SPEAKS_OF_WORDS = {
  pair: 'It speaks of the pair.',
  'one-end': 'It speaks of one end; we pair.',
} as const satisfies Record<SpeaksOf, string>;

/** How many pairs there are in each state, and of the open ones in each voice. */
export function countLinks(links: readonly Link[]): { all: number; states: Record<LinkState, number> } & Record<LinkVoice, number> {
  const states = recordOf(LINK_STATES, () => 0);
  const voices = recordOf(LINK_VOICES, () => 0);
  for (const { data } of links) {
    states[data.state]++;
    if (data.state !== 'not-assessed' && isOpenState(data.state)) voices[data.voice]++;
  }
  return { all: links.length, states, ...voices };
}

/**
 * How many pairs stand in each state, and whose the open ones are, in two lines without a verb, so that they are right for
 * any number: "84 pairs: 41 linked, 3 contested, …". The second is left out where no pair is open.
 */
export function countsLine(links: readonly Link[]): string {
  const { all, states, paper, others, editors } = countLinks(links);
  const open = states.linked + states.contested;
  const of = (n: number): string => (n === 0 ? 'none' : String(n));
  const first = `${all} ${all === 1 ? 'pair' : 'pairs'}: ${of(states.linked)} linked, ${of(states.contested)} contested, ${of(states['not-linked'])} considered and not linked, ${of(states['may-worsen'])} that may make it worse, ${of(states['not-assessed'])} not assessed.`;
  return open === 0
    ? first
    : `${first} Of the ${open} linked or contested: ${of(others)} in another publication’s voice, ${of(editors)} in ours, ${of(paper)} in the abstract’s.`;
}
