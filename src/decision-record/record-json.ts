import { looksLike } from './looks-like.ts';
import { field, isFields } from './read-fields.ts';
import { type ReadRecord, readRecord } from './read-record.ts';
import type { DecisionRecord } from './record.ts';

/** What the file of a record calls itself. */
export const FORMAT = 'decision-record';

/** The version of that file. A change that an older guide could not read makes it one more. */
export const VERSION = 1;

/** The largest file that is read, in bytes. A record with every field full is far smaller. */
export const MOST_BYTES = 1_000_000;

/** Where and when a record was saved. */
export interface RecordSource {
  /** the name of the guide */
  guide: string;
  /** the day of the guide's edition: `2026-11-24` */
  edition: string;
  /** the whole address of the page the record was made on */
  address: string;
  /** the moment of saving */
  made: Date;
}

/** A record as the text of a JSON file, which `readRecordFile` reads again. */
export const recordJson = (record: DecisionRecord, { guide, edition, address, made }: RecordSource): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, guide, edition, address, made: made.toISOString(), record }, null, 2)}\n`;

/** Why a file is not read, in words for the person who chose it. */
export interface FileProblem {
  problem: string;
}

/**
 * Why a file is too large to be a record; nothing where it is not. Ask before its text is read.
 *
 * @param size in bytes
 */
export function sizeProblem(size: number): string | undefined {
  if (size <= MOST_BYTES) return undefined;
  const tenths = Math.ceil(size / 100_000) / 10;
  return `This file is ${tenths < 10 ? tenths : Math.ceil(tenths)} MB. A record is at most 1 MB: choose a file that was saved on this page as JSON.`;
}

/**
 * The record in a file that a reader chose.
 *
 * @param text the file as UTF-8; a byte order mark and any line ends will do
 * @param size its size in bytes
 */
export function readRecordFile(text: string, size: number): ReadRecord | FileProblem {
  const tooLarge = sizeProblem(size);
  if (tooLarge) return { problem: tooLarge };
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: looksLike(text) };
  }
  const other = { problem: 'This file is no decision record.' };
  if (!isFields(file) || field(file, 'format') !== FORMAT) return other;
  const version = field(file, 'version');
  if (typeof version === 'number' && version > VERSION)
    return {
      problem:
        'This record was saved by a newer version of the guide. Reload this page to get it, then open the file again. Nothing was changed.',
    };
  if (version !== VERSION) return other;
  return readRecord(field(file, 'record')) ?? other;
}
