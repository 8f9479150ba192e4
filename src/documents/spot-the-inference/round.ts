import { seeded, shuffled } from '../../lib/shuffle.ts';
import { LINK_VOICES } from '../../lib/voices.ts';

/** The voices that statements are sorted into. Invented examples say so themselves. */
export const SPOT_VOICES = [...LINK_VOICES, 'unknown'] as const;
export type SpotVoice = (typeof SPOT_VOICES)[number];

/** A statement of the guide, with what tells whose it is. */
export interface SpotStatement {
  voice: SpotVoice;
  text: string;
  why: string;
  /** the page it stands on, and its place there */
  title: string;
  to: string;
  /** words and address of its witness, where it has one */
  basis?: string;
  basisTo?: string;
}

export interface SpotData {
  /** the day the content was last reviewed: the same seed gives the same round as long as this stays */
  edition: string;
  statements: readonly SpotStatement[];
}

/** How many statements a round has, and how many of each voice at least. Which voices have more, nobody can count out. */
export const ROUND = 12;
const LEAST = 2;

/** By which words a hasty reader would tell the voices apart; the first that fits. */
const CUES: readonly [SpotVoice, RegExp][] = [
  ['unknown', /^(Which|How|Whether)\b/],
  ['paper', /\b(paper|abstract|authors?)\b/i],
  ['editors', /\b(may|might|could|consider)\b/i],
];

/** What a reader who looks at words alone would call a statement: what has none of the cues, somebody else must have said. */
const byItsWords = (text: string): SpotVoice => CUES.find(([, cue]) => cue.test(text))?.[0] ?? 'others';

/** Whether the words of a statement give away whose it is. */
export const isGivenAway = ({ text, voice }: { text: string; voice: string }): boolean => byItsWords(text) === voice;

/** The round that stands in the page. */
export const FIRST_SEED = 'first';

/**
 * The statements of a round. One of each voice may be given away by its words; the others defeat a reader who goes by these,
 * as far as the guide has such statements.
 *
 * @param seed decides all; the same seed and statements give the same round
 * @returns twelve, or all where there are fewer; none twice
 */
export function roundOf(statements: readonly SpotStatement[], seed: string): SpotStatement[] {
  const mixed = shuffled(statements, `${seed} which`);
  const hardFirst = [...mixed.filter((statement) => !isGivenAway(statement)), ...mixed.filter(isGivenAway)];
  const sure = SPOT_VOICES.flatMap((voice) => {
    const own = hardFirst.filter((statement) => statement.voice === voice);
    const easy = own.find(isGivenAway);
    return [...new Set([...(easy ? [easy] : []), ...own])].slice(0, LEAST);
  });
  const rest = hardFirst.filter((statement) => !sure.includes(statement)).slice(0, ROUND - sure.length);
  return shuffled([...sure, ...rest], `${seed} order`);
}

/** A new seed of six letters, from chance or from a text. */
export function newSeed(from: string): string {
  const next = seeded(from);
  return Array.from({ length: 6 }, () => 'abcdefghijkmnpqrstuvwxyz'[Math.floor(next() * 24)]).join('');
}

/** A seed that an address may hold: anything else is none. */
export const readSeed = (text: string | null): string | undefined => (text !== null && /^[a-z]{1,12}$/.test(text) ? text : undefined);

/** How often each voice was taken for each other one. */
export function callsOf(
  round: readonly { voice: SpotVoice }[],
  called: readonly (SpotVoice | undefined)[],
): { as: SpotVoice; voice: SpotVoice; count: number }[] {
  return SPOT_VOICES.flatMap((voice) =>
    SPOT_VOICES.map((as) => ({ as, voice, count: round.filter((statement, i) => statement.voice === voice && called[i] === as).length })),
  ).filter(({ as, voice, count }) => as !== voice && count > 0);
}
