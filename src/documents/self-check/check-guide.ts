import type { LinkState } from '../../lib/link-states.ts';
import type { LinkVoice } from '../../lib/voices.ts';
import type { MarkLabels } from '../decision-record/record-guide.ts';

/** A question of the self-check as the page knows it. */
export interface KnownQuestion {
  /** `timetables` */
  id: string;
  /** its id as a link has it */
  key: string;
  /** the stamp of its present wording */
  wording: string;
  /** keys of ids it had before, with those ids */
  formerly: readonly { id: string; key: string }[];
  ask: string;
  /** what to talk about where two answer otherwise */
  talk: string;
  /** the finding it asks about, by token: `gaps-timetables` */
  about: string;
}

/** A finding as the page knows it. */
export interface KnownFinding {
  /** short, as in a table */
  name: string;
  /** what it is: "Gap" */
  kind: string;
  /** its address with the base path */
  to: string;
}

/** A pair that may bear on something: linked or contested, or such that the one may make the other worse. */
export interface KnownPair {
  /** tokens of its ends */
  from: string;
  to: string;
  state: LinkState;
  /** whose judgment it is */
  voice: LinkVoice;
  /** the address of its page with the base path */
  page: string;
}

/** What the build tells the page of the guide. */
export interface CheckGuide {
  /** the name of the guide */
  guide: string;
  /** when its content was last reviewed or judged: `2026-11-25` */
  edition: string;
  /** the address of the schema of saved files, with the base path */
  schema: string;
  /** whose guide it is not, and what was read of the study */
  basis: string;
  /** that nothing here was validated: it goes with every file */
  caution: string;
  /** tokens of what a decision record starts from begin so: `gaps-` */
  starts: string;
  /** and of what may respond to it */
  responses: readonly string[];
  questions: readonly KnownQuestion[];
  /** by token */
  findings: Readonly<Record<string, KnownFinding>>;
  pairs: readonly KnownPair[];
  labels: MarkLabels;
}

/** The question with an id that it has or had. */
export const questionOf = ({ questions }: Pick<CheckGuide, 'questions'>, id: string): KnownQuestion | undefined =>
  questions.find((question) => question.id === id) ?? questions.find(({ formerly }) => formerly.some((old) => old.id === id));

/** The question with a key of a link that it has or had. */
export const questionByKey = ({ questions }: Pick<CheckGuide, 'questions'>, key: string): KnownQuestion | undefined =>
  questions.find((question) => question.key === key) ?? questions.find(({ formerly }) => formerly.some((old) => old.key === key));
