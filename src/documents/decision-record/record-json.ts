import { type FileProblem, type FileSource, jsonFile, readJsonFile } from '../text/json-file.ts';
import { type ReadRecord, readRecord } from './read-record.ts';
import type { DecisionRecord } from './record.ts';

/** What the file of a record calls itself. */
export const FORMAT = 'decision-record';

/** The version of that file. A change that an older guide could not read makes it one more. */
export const VERSION = 1;

/** What kind of file it is, for whoever writes or reads it. */
export const RECORD_FILE = { format: FORMAT, version: VERSION, thing: 'decision record', short: 'record', name: 'record' };

/** A record as the text of a JSON file, which `readRecordFile` reads again. */
export const recordJson = (record: DecisionRecord, source: FileSource): string => jsonFile(RECORD_FILE, source, { record });

/** The record in a file that a reader chose; see `readJsonFile`. */
export const readRecordFile = (text: string, size: number): ReadRecord | FileProblem => readJsonFile(text, size, RECORD_FILE, readRecord);
