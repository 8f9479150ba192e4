/** A value as it was kept, and when: `2027-03-31T09:30:00.000Z`. */
export interface Kept<T> {
  saved: string;
  value: T;
}

/** A text that cannot be read: written by something else, or by a later version of the site. */
export type WhyAside = 'unreadable' | 'newer';

/** Tells one write from another: the stamp is another one after each, and the turn grows. */
export interface Mark {
  stamp: string;
  /** from 1; 0 where it was written by an older version of the site, which did not count */
  turn: number;
}

/** A text under a key, as far as it is understood. */
export type Envelope<T> = (Mark & Kept<T>) | { why: WhyAside };

/** Checks a value that comes from outside and may be anything. Gives undefined for what it does not know. */
export type Read<T> = (value: unknown, version: number) => T | undefined;

/**
 * Reads what `writeEnvelope` wrote. Never throws. Nothing is copied from one object into another, so a field `__proto__`
 * stays a field.
 *
 * @param newest the version that is written today
 * @param read gets the value and the version it was written by
 */
export function readEnvelope<T>(text: string, newest: number, read: Read<T>): Envelope<T> {
  try {
    const envelope: unknown = JSON.parse(text);
    if (typeof envelope !== 'object' || envelope === null || !('version' in envelope)) return { why: 'unreadable' };
    const { version } = envelope;
    if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return { why: 'unreadable' };
    // A later version may have another envelope, so nothing else in it is looked at.
    if (version > newest) return { why: 'newer' };
    if (!('saved' in envelope && 'stamp' in envelope && Object.hasOwn(envelope, 'value'))) return { why: 'unreadable' };
    const { saved, stamp, value } = envelope as { saved: unknown; stamp: unknown; value?: unknown };
    if (typeof saved !== 'string' || Number.isNaN(Date.parse(saved)) || typeof stamp !== 'string' || !stamp) return { why: 'unreadable' };
    const known = read(value, version);
    const turn = 'turn' in envelope && Number.isSafeInteger(envelope.turn) ? Math.max(envelope.turn as number, 0) : 0;
    return known === undefined ? { why: 'unreadable' } : { stamp, turn, saved, value: known };
  } catch {
    return { why: 'unreadable' };
  }
}

/**
 * A value as text.
 *
 * @throws TypeError for a value that JSON cannot hold, or that `read` would not know again: it would be lost
 */
export function writeEnvelope<T>({ saved, value }: Kept<T>, { stamp, turn }: Mark, version: number, read: Read<T>): string {
  const text = JSON.stringify({ version, saved, stamp, turn, value });
  if ('why' in readEnvelope(text, version, read)) throw new TypeError('This value could not be read again.');
  return text;
}

/** Whether one write came after another of the same id: by the turn, or by the clock where one of them has none. */
export const isLater = (one: Mark & { saved: string }, other: Mark & { saved: string }): boolean =>
  one.stamp !== other.stamp && (one.turn > 0 && other.turn > 0 ? one.turn > other.turn : Date.parse(one.saved) > Date.parse(other.saved));
