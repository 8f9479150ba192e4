import { longDate } from '../../lib/dates.ts';
import type { LinkState } from '../../lib/link-states.ts';
import type { LinkVoice } from '../../lib/voices.ts';
import { markWords } from '../decision-record/record-guide.ts';
import type { Answer, Chair } from './chair.ts';
import { type ChairView, chairView } from './chair-view.ts';
import type { CheckGuide, KnownPair } from './check-guide.ts';
import { type Comparison, compare, isDifferent, type Row, seated } from './compare.ts';
import { changesSince } from './since.ts';
import { ANSWER_WORDS, finding, HEADINGS, HOW_TO_TALK, notCompared, RULE } from './words.ts';

/** What one of them says to one question. */
export interface SaidView extends ChairView {
  answer: Answer;
  /** the answer in words */
  word: string;
  note: string;
}

/** What the guide links to what a question asks about. */
export interface BearsView {
  /** whether the link goes out from what the question asks about: then the other may bear on it */
  ahead: boolean;
  name: string;
  /** "Strategy" */
  kind: string;
  state: LinkState;
  voice: LinkVoice;
  /** what became of the pair and whose judgment that is, in words */
  mark: string;
  /** the whole address of the pair's page */
  address: string;
}

/** One question with all that was said to it. */
export interface RowView {
  question: string;
  ask: string;
  talk: string;
  /** what it asks about */
  about: { token: string; name: string; kind: string; address: string };
  said: readonly SaidView[];
  bears: readonly BearsView[];
  differs: boolean;
}

/** Questions under a heading. */
export interface GroupView {
  id: keyof typeof HEADINGS;
  heading: string;
  /** how to read it */
  intro: string;
  rows: readonly RowView[];
}

/** Views side by side with every name of the guide filled in: what is read, printed and exported. */
export interface CheckView {
  guide: string;
  basis: string;
  caution: string;
  edition: string;
  /** the whole address of the page */
  address: string;
  /** the comparison in one sentence */
  finding: string;
  chairs: readonly ChairView[];
  /** every question in order */
  rows: readonly RowView[];
  /** differences first; groups without questions are left out */
  groups: readonly GroupView[];
  /** how many questions were not compared, in words; empty where all were */
  notCompared: string;
  changes: readonly string[];
  /** tokens of what nobody finds in place */
  missing: readonly string[];
}

const INTROS: Readonly<Record<keyof typeof HEADINGS, string>> = {
  differ: `${RULE} ${HOW_TO_TALK}`,
  missing: 'First come the questions where everyone who answered says not, then those where some or all say partly.',
  unknown: 'Not to know is an answer. Who could tell you?',
  inPlace: 'What do you see that tells you so? Two people may say the same and mean something else.',
};

/**
 * Views set side by side, with the guide's names filled in.
 *
 * @param here the whole address of the page: other addresses are made whole by it
 */
export function viewOf(guide: CheckGuide, chairs: readonly Chair[], here: string): CheckView {
  const comparison = compare(
    guide.questions.map(({ id }) => id),
    chairs,
  );
  const whole = (to: string): string => new URL(to, here).href;
  const rowOf = (row: Row): RowView => {
    const { ask, talk, about } = guide.questions.find(({ id }) => id === row.question) as CheckGuide['questions'][number];
    const found = guide.findings[about];
    return {
      question: row.question,
      ask,
      talk,
      about: { token: about, name: found?.name ?? about, kind: found?.kind ?? '', address: whole(found?.to ?? '') },
      said: row.said.map(({ place, answer, note }) => ({
        ...chairView(guide, chairs[place] as Chair, place),
        answer,
        word: ANSWER_WORDS[answer],
        note,
      })),
      bears: guide.pairs.filter(({ from, to }) => from === about || to === about).map((pair) => bearsOf(guide, pair, about, whole)),
      differs: isDifferent(row),
    };
  };
  const groups = groupsOf(comparison).map(([id, rows]) => ({ id, heading: HEADINGS[id], intro: INTROS[id], rows: rows.map(rowOf) }));
  return {
    guide: guide.guide,
    basis: guide.basis,
    caution: guide.caution,
    edition: guide.edition && longDate(guide.edition),
    address: here,
    finding: finding(comparison),
    chairs: seated(chairs).map((place) => chairView(guide, chairs[place] as Chair, place)),
    rows: comparison.rows.map(rowOf),
    groups,
    notCompared: notCompared(comparison),
    changes: changesSince(guide, chairs),
    missing: comparison.missing.map((row) => rowOf(row).about.token),
  };
}

const groupsOf = ({ differ, missing, unknown, inPlace }: Comparison): [keyof typeof HEADINGS, readonly Row[]][] =>
  (
    [
      ['differ', differ],
      ['missing', missing],
      ['unknown', unknown],
      ['inPlace', inPlace],
    ] as [keyof typeof HEADINGS, readonly Row[]][]
  ).filter(([, rows]) => rows.length > 0);

function bearsOf(guide: CheckGuide, { from, to, state, voice, page }: KnownPair, about: string, whole: (to: string) => string): BearsView {
  const other = guide.findings[from === about ? to : from];
  return {
    ahead: from === about,
    name: other?.name ?? '',
    kind: other?.kind ?? '',
    state,
    voice,
    mark: markWords(guide, state, voice),
    address: whole(page),
  };
}
