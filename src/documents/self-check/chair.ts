import type { AnswerWord } from '../../lib/answers.ts';

/** An answer, or none: what was not answered is never filled in. */
export type Answer = AnswerWord | '';

/** What one person says to one question. */
export interface Given {
  /** id of the question: `timetables` */
  question: string;
  /** the stamp of its wording when it was answered (see `wordingOf`); empty where the wording has changed since */
  wording: string;
  answer: Answer;
  note: string;
}

/** One person's view of their system. */
export interface Chair {
  /** who answers: "Executive", or words of their own */
  role: string;
  /** questions with an answer or a note, in the order of the questions */
  answers: Given[];
}

/** What the page holds: the views that are set side by side, and which of them the form shows. */
export interface SelfCheck {
  chairs: Chair[];
  /** the place in `chairs` of the one that can be written to */
  own: number;
}

/** The most characters of a field, the most views at one table and the most questions of one view. */
export const LIMITS = { role: 60, note: 500 } as const;
export const MOST_CHAIRS = 6;
export const MOST_QUESTIONS = 60;

export const emptyChair = (): Chair => ({ role: '', answers: [] });
export const emptyCheck = (): SelfCheck => ({ chairs: [emptyChair()], own: 0 });

/** Whether anything was said in a view; a name alone says nothing. */
export const hasSaid = ({ answers }: Chair): boolean => answers.some(({ answer, note }) => answer !== '' || note.trim() !== '');

/** What a view answers to a question, and its note. */
export const givenTo = ({ answers }: Chair, question: string): Pick<Given, 'answer' | 'note'> =>
  answers.find((given) => given.question === question) ?? { answer: '', note: '' };

/** The letter that marks a view in figures and tables. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** What a view is called; without words of its own by its letter. */
export const nameOf = ({ role }: Chair, place: number): string => role.trim() || `View ${letterOf(place)}`;

/** Whether two views say the same, word for word. */
export const isSame = (a: Chair, b: Chair): boolean =>
  a.role.trim() === b.role.trim() &&
  a.answers.length === b.answers.length &&
  a.answers.every(({ question, answer, note }) => {
    const other = givenTo(b, question);
    return other.answer === answer && other.note === note;
  });
