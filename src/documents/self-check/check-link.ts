import { ANSWERS } from '../../lib/answers.ts';
import { pack, unpack } from '../share-link/link.ts';
import { type Answer, type Chair, type Given, givenTo } from './chair.ts';
import { type CheckGuide, questionByKey } from './check-guide.ts';
import { type ReadChairs, readChairs } from './read-check.ts';

/** The letter of a self-check's link, and the version of its fields. A field may only be added with a new version. */
const MARK = 's';
const VERSION = 1;

/** What stands for an answer; a capital where the question had other words when it was given. */
const LETTERS: Readonly<Record<Answer, string>> = { 'in-place': 'i', partly: 'p', not: 'n', unknown: 'u', '': 'o' };

/** What could be read from a link. `gone` counts questions that the guide no longer has. */
export type FromLink =
  | { state: 'none' | 'newer' | 'unreadable' | 'empty' }
  | ({ state: 'whole'; gone: number } & ReadChairs)
  /** the first `read` of `of` questions could be read */
  | ({ state: 'cut'; gone: number; read: number; of: number; notes: boolean } & ReadChairs);

/**
 * Views as the fragment of an address. First the names, one on a line; then a field for each question: its key, the stamp of
 * its wording, and a letter for each view; last the notes, view by view, each in the order of the questions. So a link that
 * was cut still gives the first answers.
 */
export function checkFragment(guide: CheckGuide, chairs: readonly Chair[]): string {
  const asked = guide.questions.filter(({ id }) =>
    chairs.some((chair) => {
      const { answer, note } = givenTo(chair, id);
      return answer !== '' || note !== '';
    }),
  );
  const letter = (chair: Chair, id: string, wording: string): string => {
    const given = chair.answers.find(({ question }) => question === id);
    const sign = LETTERS[given?.answer ?? ''];
    return given && given.wording !== wording ? sign.toUpperCase() : sign;
  };
  return pack(MARK, VERSION, [
    chairs.map(({ role }) => role).join('\n'),
    ...asked.map(({ id, key, wording }) => `${key}${wording}${chairs.map((chair) => letter(chair, id, wording)).join('')}`),
    ...chairs.flatMap((chair) => asked.map(({ id }) => givenTo(chair, id).note)),
  ]);
}

/**
 * The views in the fragment of an address. Never throws.
 *
 * @param fragment without #
 */
export function fromFragment(guide: CheckGuide, fragment: string): FromLink {
  const unpacked = unpack(fragment, MARK, VERSION);
  if (unpacked.state !== 'whole' && unpacked.state !== 'cut') return { state: unpacked.state };
  const [names, ...rest] = unpacked.fields;
  if (names === undefined || unpacked.fields.length === 0) return { state: unpacked.state === 'cut' ? 'empty' : 'unreadable' };
  const roles = names.split('\n');
  // the names, a field for each question, and a note of each view to each
  const of = ((unpacked.state === 'whole' ? unpacked.fields.length : (unpacked.of ?? 0)) - 1) / (1 + roles.length);
  if (!Number.isInteger(of)) return { state: 'unreadable' };
  const asked = rest.slice(0, of).map((text) => /^([0-9a-z]{3})([0-9a-z]{3})([a-z]*)$/i.exec(text));
  const found = asked.map((parts) => parts?.[1] && questionByKey(guide, parts[1]));
  const given = (place: number): Given[] =>
    asked.flatMap((parts, q) => {
      const question = found[q];
      if (!parts || !question) return [];
      const [, , wording = '', letters = ''] = parts;
      const sign = letters[place] ?? 'o';
      const answer = ANSWERS.find((word) => LETTERS[word] === sign.toLowerCase()) ?? '';
      const note = rest[of * (1 + place) + q] ?? '';
      return answer || note ? [{ question: question.id, wording: sign === sign.toLowerCase() ? wording : '', answer, note }] : [];
    });
  const read = readChairs(roles.map((role, place) => ({ role, answers: given(place) })));
  if (!read) return { state: 'unreadable' };
  const gone = found.filter((question) => !question).length;
  if (unpacked.state === 'whole') return { state: 'whole', gone, ...read };
  if (asked.length === 0) return { state: 'empty' };
  return { state: 'cut', gone, read: asked.length, of, notes: rest.length < of * (1 + roles.length), ...read };
}
