import type { Sheet } from '../../guide/sheets.ts';
import type { Finding, Lesson } from '../../guide/types.ts';
import { addressOf } from '../../lib/urls.ts';

/** The whole guide as one PDF, by its path in the site. */
export const GUIDE_PDF = '/guide.pdf';
/** The brief as a PDF. */
export const BRIEF_PDF = '/brief/brief.pdf';
/** A finding as a PDF stands beside its page: /gaps/timetables/ has /gaps/timetables.pdf. */
export const findingPdf = ({ ref }: Finding): string => `${addressOf(ref).replace(/\/$/, '')}.pdf`;
/** The handout of a lesson as a PDF. */
export const handoutPdf = ({ ref }: Lesson, answers: boolean): string => `${addressOf(ref)}handout${answers ? '-with-answers' : ''}.pdf`;
/** A document as a PDF, empty or filled in. */
export const documentPdf = ({ ref, id }: Sheet, isFilledIn: boolean): string =>
  `${addressOf(ref)}${id}${isFilledIn ? '-filled-in' : ''}.pdf`;
