import { pack, unpack } from '../share-link/link.ts';
import { readRecord } from './read-record.ts';
import { CHOICE_FIELDS, type DecisionRecord } from './record.ts';

/** The letter of a record's link, and the version of its fields. A field may only be added with a new version. */
const MARK = 'r';
const VERSION = 1;

/** What could be read from a link. */
export type FromLink =
  | { state: 'none' | 'newer' | 'unreadable' }
  | { state: 'whole'; record: DecisionRecord; left: string[] }
  | { state: 'cut'; record: DecisionRecord; left: string[]; read: number; of: number | undefined };

/**
 * A record as the fragment of an address. What a reader needs first stands first, so that a link that was cut still tells
 * the most: gaps, responses, how their pairs stood, the day of review; then the words.
 */
export const recordFragment = (record: DecisionRecord): string =>
  pack(MARK, VERSION, [
    record.gaps.join(' '),
    record.choices.map(({ response }) => response).join(' '),
    record.seen.map(({ link, state, voice, judged }) => [link, state, voice, judged].join(',')).join(' '),
    record.review,
    record.title,
    record.people,
    ...record.choices.flatMap((choice) => CHOICE_FIELDS.map((field) => choice[field])),
  ]);

/**
 * The record in the fragment of an address. Never throws.
 *
 * @param fragment without #
 */
export function fromFragment(fragment: string): FromLink {
  const unpacked = unpack(fragment, MARK, VERSION);
  if (unpacked.state !== 'whole' && unpacked.state !== 'cut') return { state: unpacked.state };
  const [gaps = '', responses = '', seen = '', review = '', title = '', people = '', ...words] = unpacked.fields;
  const list = (text: string): string[] => text.split(' ').filter(Boolean);
  const found = readRecord({
    gaps: list(gaps),
    choices: list(responses).map((response, i) => ({
      response,
      ...Object.fromEntries(CHOICE_FIELDS.map((field, f) => [field, words[i * CHOICE_FIELDS.length + f] ?? ''])),
    })),
    seen: list(seen).map((one) => {
      const [link, state, voice, judged] = one.split(',');
      return { link, state, voice, judged };
    }),
    review,
    title,
    people,
  });
  if (!found) return { state: 'unreadable' };
  return unpacked.state === 'whole'
    ? { state: 'whole', ...found }
    : { state: 'cut', ...found, read: unpacked.fields.length, of: unpacked.of };
}
