import { type Columns, tableText } from '../../lib/csv.ts';
import type { CheckView } from './view.ts';

/** One row for each question and each view. */
export const CHECK_COLUMNS = {
  question: 'the id of the question; permanent',
  asks: 'the question',
  about: 'what it asks about',
  letter: 'the letter of the view',
  view: 'who answers',
  answer: 'the answer in words; “Not answered” where there is none',
  note: 'what was noted',
} as const satisfies Columns;

/** Views as CSV, question by question. */
export const checkCsv = ({ rows }: CheckView): string =>
  tableText(
    CHECK_COLUMNS,
    rows.flatMap(({ question, ask, about, said }) =>
      said.map(({ letter, name, word, note }) => ({
        question,
        asks: ask,
        about: `${about.kind}: ${about.name}`,
        letter,
        view: name,
        answer: word,
        note,
      })),
    ),
  );
