import { expect, test } from 'vitest';
import { buildGuide } from '../../../src/guide/build.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { FOLDER } from './malformed.ts';

test('the digest of a guide changes with any text that it was read from, and with nothing else', () => {
  const files = readFiles(FOLDER);
  const digestOf = (some: typeof files): string => buildGuide(some, FOLDER).digest;
  const comma = files.map((file) => (file.path.endsWith('words.yaml') ? { ...file, text: `${file.text}# a note\n` } : file));
  expect(digestOf([...files].reverse())).toBe(digestOf(files));
  expect(digestOf(comma)).not.toBe(digestOf(files));
});
