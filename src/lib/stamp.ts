import { crc32 } from './crc.ts';

/** The last three digits of a checksum in base 36: short enough for links, and rarely the same by chance (1 in 46,656). */
const stamp = (text: string): string => crc32(new TextEncoder().encode(text)).toString(36).padStart(3, '0').slice(-3);

/** A question's id as a link has it. */
export const keyOf = (id: string): string => stamp(`id ${id}`);

/** Tells one wording of a question from the next: what is asked, and what each answer looks like. */
export const wordingOf = (ask: string, looks: readonly string[]): string => stamp([ask, ...looks].join('\n'));
