import { linesOf } from '../text/texts.ts';
import type { CHOICE_FIELDS } from './record.ts';

/** What stands in front of the team's words, in every file. */
export const FIELD_LABELS = {
  why: 'Why it fits here',
  owner: 'Owner',
  step: 'First step',
  by: 'By when',
  sign: 'Sign to watch',
  stop: 'What would make us stop',
} as const satisfies Record<(typeof CHOICE_FIELDS)[number], string>;

/** The headings of a record, the same in every file. */
export const HEADINGS = {
  gaps: 'The gaps we found',
  choices: 'What we chose',
  restsOn: 'What it rests on',
  seen: 'Where it can be seen',
  open: 'What the choice may touch',
  review: 'When we look at it again',
  people: 'Who took part',
  changes: 'What has changed in the guide since',
} as const;

/** What a record is and whose its words are. */
export const WHOSE =
  'This is a record of what a team decided. The choices and the words about them are the team’s. What the guide says about a gap and a response stands under “What it rests on”, with whose judgment it is.';

/** What stands under the programs at which a response can be seen. */
export const SEEN = 'Real programs, chosen by the editors. None of them shows that it works.';

/** Where a record has none of these yet. */
export const NONE = {
  gaps: 'No gap was chosen.',
  choices: 'No response was chosen.',
  pairs: 'The guide does not pair this response with our gaps.',
};

/** How many lines for signatures stand where no names are given. */
const BLANKS = 3;

/** Names with a line each to sign on; as many blank ones where the text does not have one name on each line. */
export function signers(people: string): string[] {
  const lines = linesOf(people).filter(Boolean);
  return lines.length > 1 && lines.length <= 12 ? lines : Array<string>(BLANKS).fill('');
}

/** Pairs that were closed, in one line: they are part of an honest record. */
export const notLinked = (pairs: readonly { gap: string; mark: string }[]): string =>
  `${pairs.map(({ gap, mark }) => `${gap}: ${mark.toLowerCase()}`).join('. ')}.`;
