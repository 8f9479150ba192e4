import { isDay } from '../../lib/dates.ts';
import { ENTRY_ID, ID_LIMIT, LINK_ID, ONE_LINE } from '../decision-record/record.ts';
import { leftOut, type Notes, quoted } from './notes.ts';
import { cutText, isUnfit, oneLine, plainText } from './texts.ts';

/** An object as JSON has it. Its own keys may be any words, `__proto__` too. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields, and no list. */
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of an object, never of its prototype. */
export const field = (from: Fields, name: string): unknown => (Object.hasOwn(from, name) ? from[name] : undefined);

/** Whether a value is the id of an entry, such as `gaps-timetables`. */
export const isId = (value: unknown): value is string => typeof value === 'string' && value.length <= ID_LIMIT && ENTRY_ID.test(value);

/** Whether a value is the id of a link, such as `timetables--internal-funding`. */
export const isLinkId = (value: unknown): value is string => typeof value === 'string' && value.length <= ID_LIMIT && LINK_ID.test(value);

/** Reads fields of one object and notes what it leaves out. */
export interface FieldReader {
  text(name: string, most: number): string;
  day(name: string): string;
  list(name: string): readonly unknown[];
  /** notes every field that is none of these */
  only(names: readonly string[]): void;
}

/**
 * A reader of one object.
 *
 * @param from the object
 * @param part what a sentence calls it, such as "Response 2"; empty for the record itself
 */
export function fieldReader(from: Fields, part: string, notes: Notes): FieldReader {
  const nameOf = (name: string): string => (part ? `"${name}" of ${part.toLowerCase()}` : `"${name}"`);
  const textIn = (name: string): string => {
    const value = field(from, name);
    if (value === undefined || value === null || typeof value === 'string') return value ?? '';
    notes.add(`${nameOf(name)} is no text and was left out.`);
    return '';
  };
  return {
    text(name, most) {
      const given = textIn(name);
      if (isUnfit(given)) notes.add(`Control characters in ${nameOf(name)} were left out.`);
      const text = ONE_LINE.includes(name) ? oneLine(given) : plainText(given);
      if (text.length > most) notes.add(`${nameOf(name)} was cut at ${most} characters.`);
      return cutText(text, most);
    },
    day(name) {
      const text = textIn(name);
      if (text === '' || isDay(text)) return text;
      notes.add(`${nameOf(name)} is no date and was ${leftOut(text)}`);
      return '';
    },
    list(name) {
      const value = field(from, name);
      if (value === undefined || value === null || Array.isArray(value)) return value ?? [];
      notes.add(`${nameOf(name)} is no list and was left out.`);
      return [];
    },
    only(names) {
      for (const name of Object.keys(from)) {
        if (names.includes(name)) continue;
        notes.add(part ? `${part}: unknown field ${quoted(name)} was left out.` : `Unknown field ${quoted(name)} was left out.`);
      }
    },
  };
}
