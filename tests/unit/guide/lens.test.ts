import { describe, expect, test } from 'vitest';
import { asksForLens, withLens } from '../../../src/elements/voice-lens/lens-address.ts';
import { loadGuide } from '../../../src/guide/index.ts';
import type { Kind } from '../../../src/guide/kinds.ts';
import { tally } from '../../../src/guide/labels.ts';
import { hasLens, lensPages, passagesOf } from '../../../src/guide/lens.ts';
import type { Entry } from '../../../src/guide/types.ts';
import { frameHeadings } from '../../../src/lib/frame-headings.ts';
import { VOICES, type Voice } from '../../../src/lib/voices.ts';

const FRAGMENT = '#only-the-paper';
const at = (path: string) => new URL(path, 'https://guide.example/base/gaps/hours/');

describe('The lens in an address', () => {
  test.each([
    ['', false],
    ['?voice=paper', true],
    ['?voice=others', false],
    ['?voice=', false],
    ['?q=paper', false],
    ['?q=x&voice=paper#named', true],
    ['#only-the-paper', true],
    ['?voice=paper#only-the-paper', true],
    ['#only-the-paper-2', false],
  ])('%s asks for it: %s', (address, asks) => {
    expect(asksForLens(at(address), FRAGMENT)).toBe(asks);
  });
  test.each([
    ['', '?voice=paper'],
    ['?voice=others', '?voice=paper'],
    ['?node=a&node=b', '?node=a&node=b&voice=paper'],
    ['?q=x#named', '?q=x&voice=paper#named'],
    ['?voice=paper#only-the-paper', '?voice=paper'],
  ])('%s with it is %s', (address, expected) => {
    expect(withLens(at(address), true, FRAGMENT)).toBe(`/base/gaps/hours/${expected}`);
  });
  test.each([
    ['', ''],
    ['?voice=paper', ''],
    ['?voice=others', '?voice=others'],
    ['?node=a&voice=paper#named', '?node=a#named'],
    ['#only-the-paper', ''],
  ])('%s without it is %s', (address, expected) => {
    expect(withLens(at(address), false, FRAGMENT)).toBe(`/base/gaps/hours/${expected}`);
  });
});

describe('Headings that the lens keeps', () => {
  const paper = '<div data-voice="paper">P</div>';
  const ours = '<div data-voice="editors">E</div>';
  test('are those with a statement of the paper’s under them', () => {
    expect(frameHeadings(`<h2 id="a">A</h2>${paper}<h2>B</h2>${ours}<h2>C</h2>`)).toBe(
      `<h2 data-frame id="a">A</h2>${paper}<h2>B</h2>${ours}<h2>C</h2>`,
    );
  });
  test('reach to the next one of their level or above', () => {
    expect(frameHeadings(`<h2>A</h2>${ours}<h3>B</h3>${paper}<h3>C</h3>${ours}<h2>D</h2>${ours}`)).toBe(
      `<h2 data-frame>A</h2>${ours}<h3 data-frame>B</h3>${paper}<h3>C</h3>${ours}<h2>D</h2>${ours}`,
    );
  });
  test('are none where there is none', () => {
    expect(frameHeadings('')).toBe('');
    expect(frameHeadings(`${paper}<p>header</p>`)).toBe(`${paper}<p>header</p>`);
  });
});

describe('Passages of a page', () => {
  const says = (voice: Voice) => ({ voice });
  const entry = (kind: Kind, statements: Voice[], data: object) => ({ kind, statements: statements.map(says), data }) as unknown as Entry;
  test.each([0, 1, 2, 7])('%i of each voice are counted as many', (n) => {
    const all = VOICES.flatMap((voice) => Array.from({ length: n }, () => voice));
    expect(tally(passagesOf(entry('gaps', all, {})))).toEqual(n === 0 ? [] : VOICES.map((voice) => ({ voice, count: n })));
  });
  test.each([0, 1, 2, 5])(
    'of a link with %i sources: its reason, the case against it, what would change our mind, and what sources say',
    (n) => {
      const data = { against: 'x', 'would-change-our-mind': 'y', sources: Array.from({ length: n }, () => ({})) };
      expect(tally(passagesOf(entry('links', ['others'], data)))).toEqual([
        { voice: 'others', count: n + 1 },
        { voice: 'editors', count: 2 },
      ]);
    },
  );
  test('of a lesson: its case too, where it has one', () => {
    expect(tally(passagesOf(entry('lessons', ['paper'], { case: {} })))).toEqual([
      { voice: 'paper', count: 1 },
      { voice: 'example', count: 1 },
    ]);
    expect(tally(passagesOf(entry('lessons', ['paper'], { case: undefined })))).toEqual([{ voice: 'paper', count: 1 }]);
  });
});

test('a page has the lens where the paper speaks in it, and no other', () => {
  const guide = loadGuide();
  const pages = lensPages(guide);
  expect(new Set(pages).size).toBe(pages.length);
  for (const { ref, statements } of guide.entries.values())
    if (pages.includes(ref)) expect([ref, hasLens(statements)]).toEqual([ref, true]);
  for (const finding of guide.findings)
    expect([finding.ref, pages.includes(finding.ref)]).toEqual([finding.ref, hasLens(finding.statements)]);
  expect(hasLens([])).toBe(false);
  expect(hasLens([{ voice: 'editors' }, { voice: 'unknown' }])).toBe(false);
});
