import { cited } from '../../guide/cited.ts';
import type { Guide } from '../../guide/types.ts';
import { stop } from '../../lib/text.ts';
import { type AddressFor, isWhole } from '../addresses.ts';
import { el, type Xml } from '../xml.ts';

/** What is said after an answer. A learning platform shows it without our marks, so it takes along whose it is and where that stands. */
export interface Feedback {
  text: string;
  /** the words of its mark */
  mark: string;
  /** the name of what it rests on */
  name: string;
  /** where that stands: an address of the web, or words where that of the site is not known */
  address: string;
}

/** A feedback of the quiz with whose it is. @param from what it rests on; see `cited` */
export function feedbackOf(guide: Guide, text: string, from: string, addressFor: AddressFor): Feedback {
  const { voice, label, ref, fragment } = cited(guide, from);
  return { text, mark: guide.about.voices[voice].label, name: label, address: addressFor(ref, fragment) };
}

/** The same as one line of plain text. */
export const feedbackText = ({ text, mark, name, address }: Feedback): string => `${text} [${mark}: ${name}, ${address}]`;

/** The same as a paragraph, with a link where there is one. */
export const feedbackHtml = ({ text, mark, name, address }: Feedback): Xml =>
  el('p', {}, `${text} [${mark}: `, isWhole(address) ? el('a', { href: address }, name) : `${name}, ${address}`, ']');

/** A line of a matching question with what belongs to it, as a key says it. */
export const pairWords = ({ left, right }: { left: string; right: string }): string =>
  `${/[.?!:…]["”’]?$/.test(left) ? left : `${left}:`} ${stop(right)}`;
