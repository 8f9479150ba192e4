import { deflateSync, Inflate } from 'fflate';

/** The most bytes that the fields of a link may have as text. A link that holds more was made to do harm. */
const MOST_BYTES = 200_000;

/** So few bytes are inflated at once that even the worst of them stay small: deflate makes at most 1,032 of one. */
const STEP = 512;

/**
 * Fields as one text in UTF-8: each followed by `|`. In a field `\` stands as `\\`, `|` as `\p`, and half of a surrogate pair,
 * which UTF-8 cannot hold, as `\u` and its four hexadecimal digits. So any string comes back as it was.
 */
export function joinFields(fields: readonly string[]): Uint8Array {
  return new TextEncoder().encode(fields.map((field) => `${field.replace(/[\\|\p{Cs}]/gu, escaped)}|`).join(''));
}

const escaped = (unit: string): string => (unit === '\\' ? '\\\\' : unit === '|' ? '\\p' : `\\u${unit.charCodeAt(0).toString(16)}`);

/** What `joinFields` writes for a character that cannot stand as it is. */
const ESCAPED = /\\(?:([\\p])|u(d[89a-f][0-9a-f]{2}))/g;

/**
 * The fields of a text that `joinFields` wrote. What follows the last `|` is half a field and is left out.
 *
 * @param bytes the text as UTF-8, which may be cut anywhere
 * @returns undefined for what is no UTF-8 and where `\` stands before something that `joinFields` never writes
 */
export function splitFields(bytes: Uint8Array): string[] | undefined {
  // In UTF-8 the byte of | is never part of another character.
  const whole = bytes.subarray(0, bytes.lastIndexOf('|'.charCodeAt(0)) + 1);
  try {
    const written = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole).split('|').slice(0, -1);
    if (written.some((field) => field.replace(ESCAPED, '').includes('\\'))) return undefined;
    return written.map((field) =>
      field.replace(ESCAPED, (_, sign?: string, hex = '') => {
        if (sign) return sign === 'p' ? '|' : sign;
        return String.fromCharCode(Number.parseInt(hex, 16));
      }),
    );
  } catch {
    return undefined;
  }
}

/**
 * Bytes made smaller. Level and memory (4,096 places) are fixed, so that the same bytes give the same link everywhere. What is more than a
 * link may hold is not made smaller: otherwise it could make a short link that nothing opens again.
 */
export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: bytes.length > MOST_BYTES ? 0 : 9, mem: 0 });
}

/**
 * What can be read of deflated bytes, also when their end is missing.
 *
 * @returns the bytes, or what is wrong with them
 */
export function inflate(bytes: Uint8Array): Uint8Array | 'damaged' | 'too-large' {
  const parts: number[] = [];
  let size = 0;
  const inflater = new Inflate((part) => {
    size += part.length;
    if (size <= MOST_BYTES) for (const byte of part) parts.push(byte);
  });
  try {
    for (let at = 0; at < bytes.length && size <= MOST_BYTES; at += STEP) inflater.push(bytes.subarray(at, at + STEP));
  } catch {
    return 'damaged';
  }
  return size > MOST_BYTES ? 'too-large' : Uint8Array.from(parts);
}

/** Bytes as base64url without `=` (RFC 4648 section 5). */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The whole bytes of a base64url text, which may be cut anywhere.
 *
 * @param text holds letters, digits, `-` and `_` only
 */
export function decodeBase64(text: string): Uint8Array {
  const whole = text.length % 4 === 1 ? text.slice(0, -1) : text;
  return Uint8Array.from(atob(whole.replaceAll('-', '+').replaceAll('_', '/')), (unit) => unit.charCodeAt(0));
}
