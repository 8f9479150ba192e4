import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, type FileList, fileAt, nameOf, readList } from '../../../../src/documents/guide-copy/list.ts';

test('an address leads to the file that a server gives for it', () => {
  for (const path of ['index.html', 'gaps/timetables/index.html', '404.html', '_astro/a.b.js', 'myindex.html'])
    expect(fileAt(addressOf(path))).toBe(path);
  expect(['index.html', 'gaps/index.html', '404.html', 'myindex.html'].map(addressOf)).toEqual(['', 'gaps/', '404.html', 'myindex.html']);
});

test('a file is named by its SHA-256, in characters that need no escape in an address', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), async (bytes) => {
      const name = await nameOf(new Uint8Array(bytes));
      expect(name).toBe(createHash('sha256').update(bytes).digest('base64url').slice(0, 16));
    }),
  );
});

test('a list is read back as it was written, and nothing else is taken for one', () => {
  const list: FileList = { build: 'b', day: '2026-11-30', guide: [['index.html', 10, 'n']], files: [] };
  expect(readList(JSON.stringify(list))).toEqual(list);
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{"build":"b"}',
    JSON.stringify({ ...list, guide: [['index.html', '10', 'n']] }),
    JSON.stringify({ ...list, files: 'all' }),
  ])
    expect(readList(text)).toBe(undefined);
  fc.assert(fc.property(fc.json(), (text) => void readList(text)));
});
