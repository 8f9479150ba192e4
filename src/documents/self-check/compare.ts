import { type Answer, type Chair, givenTo, hasSaid } from './chair.ts';

/** What one view says to a question; `place` is that of the view at the table. */
export interface Said {
  place: number;
  answer: Answer;
  note: string;
}

/** One question with what every view says to it, in the order of the views. */
export interface Row {
  question: string;
  said: readonly Said[];
}

/** Views set side by side: lists of questions, each in the order it is shown. */
export interface Comparison {
  /** every question, in the order of the questions */
  rows: readonly Row[];
  /** in place for one and not for another first, then other differences */
  differ: readonly Row[];
  /** two or more views answered, they do not differ, and one or more of them do not know */
  unsure: readonly Row[];
  /** all who answered, two or more, say the same and know it */
  agree: readonly Row[];
  /** nobody finds it in place: first where all say not, then where some or all say partly */
  missing: readonly Row[];
  /** somebody does not know */
  unknown: readonly Row[];
  /** all who answered find it in place */
  inPlace: readonly Row[];
  /** only one view answered, so there is nothing to compare */
  single: readonly Row[];
  /** nobody answered */
  unanswered: readonly Row[];
  /** on how many questions two or more views answered: those they differ on, are unsure of and agree on, each once */
  both: number;
}

const wordsOf = ({ said }: Row): Answer[] => said.map(({ answer }) => answer).filter((answer) => answer !== '');
const knownOf = (row: Row): Set<Answer> => new Set(wordsOf(row).filter((answer) => answer !== 'unknown'));

/** Whether views differ: two of the words in place, partly and not were said. "Don't know" differs from nothing. */
export const isDifferent = (row: Row): boolean => knownOf(row).size > 1;

const isUnsure = (row: Row): boolean => wordsOf(row).includes('unknown');

/** Whether one view finds in place what another does not find. */
export const isOpposed = (row: Row): boolean => knownOf(row).has('in-place') && knownOf(row).has('not');

/** The places of views that said anything. The others do not count. */
export const seated = (chairs: readonly Chair[]): number[] => chairs.flatMap((chair, place) => (hasSaid(chair) ? [place] : []));

/**
 * Sets views side by side. Nothing is counted up to a score: a question goes into a list by the words that were said, and
 * inside a list the order of the questions holds. A question may stand in several lists: nobody may find in place what they
 * differ on.
 *
 * @param questions ids in their order
 */
export function compare(questions: readonly string[], chairs: readonly Chair[]): Comparison {
  const places = seated(chairs);
  const rows = questions.map(
    (question): Row => ({ question, said: places.map((place) => ({ place, ...pick(chairs[place] as Chair, question) })) }),
  );
  const compared = rows.filter((row) => wordsOf(row).length > 1);
  const differ = compared.filter(isDifferent);
  const missing = compared.filter((row) => wordsOf(row).every((word) => word === 'partly' || word === 'not'));
  const allNot = (row: Row): boolean => wordsOf(row).every((word) => word === 'not');
  return {
    rows,
    differ: [...differ.filter(isOpposed), ...differ.filter((row) => !isOpposed(row))],
    unsure: compared.filter((row) => !isDifferent(row) && isUnsure(row)),
    agree: compared.filter((row) => !isDifferent(row) && !isUnsure(row)),
    missing: [...missing.filter(allNot), ...missing.filter((row) => !allNot(row))],
    unknown: rows.filter(isUnsure),
    inPlace: compared.filter((row) => wordsOf(row).every((word) => word === 'in-place')),
    single: rows.filter((row) => wordsOf(row).length === 1),
    unanswered: rows.filter((row) => wordsOf(row).length === 0),
    both: compared.length,
  };
}

const pick = (chair: Chair, question: string): { answer: Answer; note: string } => {
  const { answer, note } = givenTo(chair, question);
  return { answer, note };
};
