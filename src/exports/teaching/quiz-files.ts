import type { Guide, QuizQuestion } from '../../guide/types.ts';
import type { AddressFor } from '../addresses.ts';
import { gift } from './gift.ts';
import { moodleXml } from './moodle-xml.ts';
import { qti12 } from './qti-1.2.ts';
import { qti21 } from './qti-2.1.ts';

/** Questions as files for learning platforms: the same names beside a lesson and for the whole quiz. */
export const QUIZ_FILES = [
  { name: 'quiz-moodle.xml', format: 'Moodle XML', what: 'Its questions for a Moodle question bank: Moodle XML' },
  { name: 'quiz.gift.txt', format: 'GIFT', what: 'The same as GIFT, plain text that Moodle and others read' },
  { name: 'quiz-qti-1.2.zip', format: 'QTI 1.2', what: 'The same as QTI 1.2, for Canvas and others' },
  { name: 'quiz-qti-2.1.zip', format: 'QTI 2.1', what: 'The same as QTI 2.1, for TAO and others' },
] as const;
export type QuizFile = (typeof QUIZ_FILES)[number]['name'];

export const isQuizFile = (name: string): name is QuizFile => QUIZ_FILES.some((file) => file.name === name);

/**
 * Questions as one of the files for learning platforms.
 *
 * @param id of the package; lower case words joined by hyphens
 * @param title what a platform shows over the questions
 */
export function quizFile(
  guide: Guide,
  name: QuizFile,
  questions: readonly QuizQuestion[],
  { id, title }: { id: string; title: string },
  addressFor: AddressFor,
): Uint8Array {
  switch (name) {
    case 'quiz-moodle.xml':
      return new TextEncoder().encode(moodleXml(guide, questions, title, addressFor));
    case 'quiz.gift.txt':
      return new TextEncoder().encode(gift(guide, questions, title, addressFor));
    case 'quiz-qti-1.2.zip':
      return qti12(guide, questions, id, title, addressFor);
    case 'quiz-qti-2.1.zip':
      return qti21(guide, questions, id, title, addressFor);
  }
}
