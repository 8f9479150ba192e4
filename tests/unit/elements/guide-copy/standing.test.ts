import { afterEach, expect, test, vi } from 'vitest';
import { type FileList, PARTS, type Part } from '../../../../src/documents/guide-copy/list.ts';
import { standingOf } from '../../../../src/elements/guide-copy/standing.ts';
import { emptyCopy, keepTexts, listOf } from './fake-caches.ts';

afterEach(() => vi.unstubAllGlobals());

const GUIDE = { 'index.html': 'home', 'gaps/index.html': 'gaps!' };
const FILES = { 'guide.epub': 'a long book' };
const [HOME, GAPS, BOOK] = [4, 5, 11];

/** A copy of a build, and how it stands. */
async function begun() {
  const { caches, copy } = await emptyCopy();
  const list = await listOf('one', { guide: GUIDE, files: FILES });
  await copy.saw(list);
  return {
    caches,
    copy,
    keep: (texts: Record<string, string>) => keepTexts(copy, list, texts),
    asked: (parts: readonly Part[]) => copy.change((state) => ({ ...state, asked: parts })),
    whole: (parts: readonly Part[]) => copy.change((state) => ({ ...state, whole: { build: 'one', parts } })),
    stands: (build?: string, newest?: FileList) => standingOf(copy, build, async () => newest),
  };
}

test('a part is told of what was asked for, and is never more than that', async () => {
  const { copy, keep, asked, stands } = await begun();
  await asked(PARTS);
  await keep({ ...GUIDE, ...FILES });
  expect(await stands()).toEqual({
    standing: { state: 'part', bytes: HOME + GAPS + BOOK, of: HOME + GAPS + BOOK },
    parts: PARTS,
  });
  // files that are there already are none of a guide that is asked for alone
  await asked(['guide']);
  expect(await stands()).toEqual({ standing: { state: 'part', bytes: HOME + GAPS, of: HOME + GAPS }, parts: ['guide'] });
  // nor are pages of an older build
  await copy.saw(await listOf('two', { guide: { ...GUIDE, 'index.html': 'another home' }, files: FILES }));
  expect(await stands()).toMatchObject({ standing: { state: 'part', bytes: GAPS, of: GAPS + 12 } });
});

test('a whole copy knows of which parts it is, what it lost of these, and what a newer build would take for them', async () => {
  const { keep, whole, stands } = await begun();
  await keep(GUIDE);
  await whole(['guide']);
  const standing = { state: 'whole', day: '2026-11-30', bytes: HOME + GAPS, lost: 0 };
  expect(await stands('one')).toEqual({ standing, parts: ['guide'] });
  const next = await listOf('two', { guide: { ...GUIDE, 'index.html': 'another home' }, files: { 'guide.epub': 'another book' } });
  expect(await stands('two', next)).toEqual({ standing, parts: ['guide'], newer: { day: '2026-11-30', bytes: 12 } });
  // a server that does not send its list says nothing of it
  expect(await stands('two')).toEqual({ standing, parts: ['guide'] });
  await whole(PARTS);
  expect(await stands('one')).toMatchObject({ standing: { lost: 1 }, parts: PARTS });
});

test('what was read is told by pages and bytes; where storage is blocked it throws', async () => {
  const { caches, copy, keep, stands } = await begun();
  await keep({ 'index.html': 'home', ...FILES });
  expect(await stands('one')).toEqual({ standing: { state: 'read', pages: 1, bytes: HOME + BOOK } });
  caches.fails = 'has';
  await expect(stands()).rejects.toThrow();
  caches.fails = undefined;
  await copy.remove();
  expect(await stands('one')).toEqual({ standing: { state: 'none' } });
});
