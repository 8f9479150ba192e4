import { type FileProblem, type FileSource, jsonFile, readJsonFile } from '../text/json-file.ts';
import type { Chair } from './chair.ts';
import { type ReadChairs, readChairs } from './read-check.ts';

/** What kind of file it is. Its shape is `checkFile` in src/exports/check-schema.ts. */
export const CHECK_FILE = { format: 'self-check', version: 1, thing: 'self-check', short: 'self-check', name: 'views' };

/** Views as the text of a JSON file, which `readCheckFile` reads again. */
export const checkJson = (views: readonly Chair[], source: FileSource): string => jsonFile(CHECK_FILE, source, { views });

/** The views in a file that a reader chose; see `readJsonFile`. */
export const readCheckFile = (text: string, size: number): ReadChairs | FileProblem => readJsonFile(text, size, CHECK_FILE, readChairs);
