import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { buildGuide } from '../../../src/guide/build.ts';
import { around, readFiles } from '../../../src/guide/read/files.ts';
import { ContentError, formatProblem } from '../../../src/guide/read/problem.ts';
import type { ContentFile } from '../../../src/guide/types.ts';

export const FOLDER = 'tests/fixtures/guide';
/** The routes of the site, on a day of the test's own. */
const AROUND = around(new Date('2026-11-24T00:00:00Z'));
const FILES = readFiles(FOLDER);

interface Change {
  file: string;
  find?: string;
  put?: string;
  remove?: boolean;
  bytes?: number[];
  many?: { text: string; times: number };
}

/** One row of tests/fixtures/malformed.yaml. */
export interface Slip extends Change {
  slip: string;
  also?: Change | Change[];
  says: string[];
}

export const slips = (): Slip[] => parse(readFileSync('tests/fixtures/malformed.yaml', 'utf8')) as Slip[];

/** The fixture guide with one change made to it. */
export function changed(files: readonly ContentFile[], change: Change): ContentFile[] {
  const path = `${FOLDER}/${change.file}`;
  const old = files.find((f) => f.path === path);
  const rest = files.filter((f) => f.path !== path);
  if (change.remove) return rest;
  if (change.find !== undefined && !old?.text.includes(change.find))
    throw new Error(`${change.file} does not hold ${JSON.stringify(change.find)}`);
  const put = (change.put ?? '').replace('@many', () => change.many?.text.repeat(change.many.times) ?? '');
  const raw = change.bytes ? new TextDecoder().decode(Uint8Array.from(change.bytes)) : '';
  const text = change.find === undefined ? put + raw : (old as ContentFile).text.replace(change.find, () => put);
  return [...rest, { path, text }];
}

/** The messages a slip gives; empty where the build takes it. */
export function messages(slip: Slip): string[] {
  let files = changed(FILES, slip);
  for (const change of [slip.also ?? []].flat()) files = changed(files, change);
  try {
    buildGuide(files, FOLDER, AROUND);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems.map((p) => formatProblem(p).replace(`${FOLDER}/`, ''));
    throw error;
  }
}
