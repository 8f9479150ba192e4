import { type Chair, letterOf, nameOf } from './chair.ts';
import type { CheckGuide } from './check-guide.ts';

/** Someone at the table. */
export interface ChairView {
  letter: string;
  name: string;
  /** "7 of 14 answered" */
  progress: string;
  /** its place at the table */
  place: number;
}

/** How a view is named, and how far it has come. */
export function chairView({ questions }: Pick<CheckGuide, 'questions'>, chair: Chair, place: number): ChairView {
  const answered = chair.answers.filter(({ question, answer }) => answer !== '' && questions.some(({ id }) => id === question)).length;
  return { letter: letterOf(place), name: nameOf(chair, place), progress: progress(answered, questions.length), place };
}

const progress = (answered: number, of: number): string =>
  answered === 0 ? `None of ${of} answered` : answered === of ? `All ${of} answered` : `${answered} of ${of} answered`;
