import type { LinkState } from '../../lib/link-states.ts';
import type { PairVoice } from '../../lib/voices.ts';

/** What a team writes about one response it chose. */
export interface Choice {
  /** kind and id of the response, as an address has it: `strategies-internal-funding` */
  response: string;
  /** why it fits here */
  why: string;
  owner: string;
  /** the first step */
  step: string;
  /** by when: `2027-03-31`, or empty */
  by: string;
  /** the sign to watch */
  sign: string;
  /** what would make the team stop */
  stop: string;
}

/** How a pair stood in the guide when the record was made. */
export interface Seen {
  /** id of the link: `timetables--internal-funding` */
  link: string;
  state: LinkState;
  /** whose judgment it was; empty where there was none */
  voice: PairVoice;
  /** when it was judged: `2026-11-24`, or empty */
  judged: string;
}

/** A decision record: what a team found, chose and agreed to look at again. Everything in it but the names of entries is the team's own. */
export interface DecisionRecord {
  title: string;
  /** kind and id of each gap, as an address has it: `gaps-timetables` */
  gaps: string[];
  choices: Choice[];
  /** when the team looks at it again: `2027-06-30`, or empty */
  review: string;
  /** who took part */
  people: string;
  /** the pairs of these gaps and responses as they stood in the guide that the record was made with */
  seen: Seen[];
}

/** The fields of a choice that a team writes, in the order of the form. */
export const CHOICE_FIELDS = ['why', 'owner', 'step', 'by', 'sign', 'stop'] as const satisfies readonly (keyof Choice)[];

/** The most characters that a field may hold. A form stops there, and what comes from a file or a link is cut there. */
export const LIMITS = { title: 120, people: 400, why: 600, owner: 120, step: 400, sign: 400, stop: 400 } as const;

/** The fields that hold one line. The others may hold line breaks. */
export const ONE_LINE: readonly string[] = ['title', 'owner'];

/** The most gaps and the most responses that a record may hold: far more than a team can carry. */
export const MOST = 40;

/** The most pairs: every gap with every response. */
export const MOST_PAIRS = MOST * MOST;

/** The id of an entry, such as `gaps-timetables`, and that of a link, such as `timetables--internal-funding`. */
export const ENTRY_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const LINK_ID = /^[a-z][a-z0-9]*(--?[a-z0-9]+)*$/;

/** The most characters of an id, longer than any that a guide has. */
export const ID_LIMIT = 120;

/** A record with nothing in it. */
export const emptyRecord = (): DecisionRecord => ({ title: '', gaps: [], choices: [], review: '', people: '', seen: [] });

/** A choice of a response with nothing written yet. */
export const emptyChoice = (response: string): Choice => ({ response, why: '', owner: '', step: '', by: '', sign: '', stop: '' });
