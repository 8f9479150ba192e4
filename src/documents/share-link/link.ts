/**
 * A link that holds texts in its fragment. Its grammar, one part after the other:
 *
 *     r          mark: a lower-case letter for the kind of state
 *     1_         version, from 1, without leading zeros
 *     12_        number of fields
 *     431_       number of characters of the payload
 *     0k3v9zq    CRC-32 of mark, version, `_` and the joined fields, in base 36, seven characters
 *     bZDB…      payload: the joined fields (`joinFields`) as UTF-8, deflated, in base64url
 *     zz         the end: letters, because programs that find links in a text leave other characters out at an end
 *
 * Mark, version and `_` begin a link of every version, so that old code knows a newer link. No heading makes such an id by
 * chance: these join words by hyphens.
 */
import { crc32 } from '../../lib/crc.ts';
import { decodeBase64, deflate, encodeBase64, inflate, joinFields, splitFields } from './payload.ts';
import type { Unpacked } from './unpacked.ts';

/** An end mark, which a link that was cut lacks, but for chance. */
const END = 'zz';
const CHECK = 7;

/** The most characters of a fragment that are looked at. */
const MOST_CHARACTERS = 20_000;

/**
 * Texts as a fragment. The same texts give the same fragment everywhere. Ask `fits` (`longest.ts`) whether the whole address is short
 * enough: texts of more than 200,000 bytes give a fragment that is far too long.
 *
 * @param mark one lower-case letter for the kind of state
 * @param version of what the fields mean
 * @returns the fragment without #: letters, digits, `-` and `_`, and a letter at the end
 * @throws RangeError for another mark or a version that is no whole number from 1 to 999,999
 */
export function pack(mark: string, version: number, fields: readonly string[]): string {
  if (!/^[a-z]$/.test(mark)) throw new RangeError(`The mark "${mark}" is not one lower-case letter.`);
  if (!/^[1-9]\d{0,5}$/.test(`${version}`)) throw new RangeError(`The version ${version} is no whole number from 1 to 999,999.`);
  const bytes = joinFields(fields);
  const payload = encodeBase64(deflate(bytes));
  return `${mark}${version}_${fields.length}_${payload.length}_${checkOf(mark, version, bytes)}${payload}${END}`;
}

/**
 * Reads a fragment. Never throws. Percent signs that a program put in, white space, and what follows the end other than
 * letters and digits do no harm.
 *
 * A link that was cut gives its first fields or none, never others; cut before the `_` after its version it is `none`. A
 * changed character in a link of full length is noticed by the checksum. A link that lacks characters yet has its end lost
 * them in between, so none of its fields counts. What is left of a link that was cut and changed too is not checked.
 *
 * @param fragment without #
 * @param mark the kind of state that is wanted
 * @param newest the highest version that is understood
 */
export function unpack(fragment: string, mark: string, newest: number): Unpacked {
  const text = plain(fragment.slice(0, MOST_CHARACTERS));
  const [start, digits = ''] = /^[a-z](\d+)_/.exec(text) ?? [];
  if (!start || start[0] !== mark) return { state: 'none' };
  if (fragment.length > MOST_CHARACTERS) return { state: 'unreadable', why: 'too-long' };
  if (!/^[1-9]\d{0,5}$/.test(digits)) return { state: 'unreadable', why: 'version' };
  const version = Number(digits);
  return version > newest ? { state: 'newer', version } : readRest(text.slice(start.length), mark, version);
}

/** A fragment as it was before programs wrote percent signs into it, broke its line or took the end of a sentence for its end. */
function plain(fragment: string): string {
  const decoded = fragment.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return /^.*[\w-]/s.exec(decoded.replace(/\s/g, ''))?.[0] ?? '';
}

function readRest(text: string, mark: string, version: number): Unpacked {
  const damaged: Unpacked = { state: 'unreadable', why: 'damaged' };
  const head = /^(0|[1-9]\d{0,5})_([1-9]\d{0,4})_([0-9a-z]{7})([\w-]*)$/.exec(text);
  if (!head) {
    const cut = /^(?:(?:0|[1-9]\d{0,5})(_(?:[1-9]\d{0,4}(?:_[0-9a-z]{0,6})?)?)?)?$/.exec(text);
    return cut ? { state: 'cut', version, fields: [], of: cut[1] ? Number.parseInt(text, 10) : undefined } : damaged;
  }
  const [of, length, check, body = ''] = [Number(head[1]), Number(head[2]), head[3], head[4]];
  const missing = length + END.length - body.length;
  const payload = body.slice(0, length);
  const bytes = decodeBase64(payload);
  if (missing <= 0 && (!/^zz[-_]*$/.test(body.slice(length)) || encodeBase64(bytes) !== payload)) return damaged;
  const inflated = inflate(bytes);
  if (typeof inflated === 'string') return { state: 'unreadable', why: inflated };
  const right = check === checkOf(mark, version, inflated);
  const fields = splitFields(inflated);
  if (!fields) return { state: 'unreadable', why: right ? 'not-text' : 'damaged' };
  const complete = right && fields.length === of;
  if (missing <= 0) return complete ? { state: 'whole', version, fields } : damaged;
  if (fields.length >= of && !complete) return damaged;
  return { state: 'cut', version, fields: complete || !body.endsWith(END) ? fields : [], of };
}

function checkOf(mark: string, version: number, joined: Uint8Array): string {
  const start = new TextEncoder().encode(`${mark}${version}_`);
  const all = new Uint8Array(start.length + joined.length);
  all.set(start);
  all.set(joined, start.length);
  return crc32(all).toString(36).padStart(CHECK, '0');
}
