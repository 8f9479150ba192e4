import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../../../src/elements/site-search/engine.ts';
import { FacetBoxes } from '../../../../src/elements/site-search/facet-boxes.ts';
import { chosen, move } from '../../../../src/elements/site-search/keys.ts';
import { placeIn } from '../../../../src/elements/site-search/place.ts';
import { drawGroups, drawResult } from '../../../../src/elements/site-search/results.ts';
import { told, toldAlso, toldLoose, toldMore, toldOffered } from '../../../../src/elements/site-search/wording.ts';
import { measured, rankOf } from '../../../bench/ranks.ts';

const voices = [
  { voice: 'paper', label: 'The paper says' },
  { voice: 'editors', label: 'We infer' },
] as const;
const found = (title: string, rest: Partial<Result> = {}): Result => ({
  name: { id: 0, address: `/${title}/`, title, kind: 'Gap', summary: 'It is so.', voice: 'paper', voices: ['paper'] },
  terms: [],
  ...rest,
});

describe('What is told', () => {
  const three = [found('a'), found('b'), found('c')];
  test.each([
    [{ found: three }, 'speed', false, '3 pages found for “speed”.'],
    [{ found: [found('a')] }, 'speed', true, '1 page found for “speed”.'],
    [{ found: three, mended: 'timetables' }, 'timetabels', false, '3 pages found for “timetabels”, read as “timetables”.'],
    [{ found: three }, '', true, '3 pages found.'],
    [{ found: [] }, 'xqzvwk', false, 'Nothing found for “xqzvwk”. Try other words, or one of the pages below.'],
    [{ found: [] }, 'speed', true, 'Nothing found for “speed” with these filters. Take one away, or try other words.'],
    [{ found: [] }, '', true, 'Nothing found with these filters. Take one away.'],
    [{ found: [found('a')] }, '"soft money"', false, '1 page found for “soft money”, searched as written.'],
    [{ found: three }, '“soft money”', true, '3 pages found for “soft money”, searched as written.'],
    [{ found: three }, '"soft money" careers', false, '3 pages found for “‘soft money’ careers”, with “soft money” searched as written.'],
    [
      { found: three, mended: 'soft money timetables' },
      '"soft money" timetabels',
      false,
      '3 pages found for “‘soft money’ timetabels”, read as “soft money timetables”, with “soft money” searched as written.',
    ],
    [{ found: three }, '"a" “b c”', false, '3 pages found for “‘a’ ‘b c’”, with “a” and “b c” searched as written.'],
    [{ found: three }, '"soft money', false, '3 pages found for “"soft money”.'],
    [
      { found: [] },
      '"to foster"',
      false,
      'Nothing found for “to foster”, searched as written. Leave out the quotation marks, or try one of the pages below.',
    ],
    [
      { found: [] },
      '"to foster"',
      true,
      'Nothing found for “to foster”, searched as written, with these filters. Take one away, or leave out the quotation marks.',
    ],
    [{ found: [] }, 'x'.repeat(80), false, `Nothing found for “${'x'.repeat(60)}…”. Try other words, or one of the pages below.`],
  ])('%#: of a query as it is', (answer, query, filtered, text) => {
    expect(told(answer, query, filtered)).toBe(text);
  });
  test.each([
    [[], ''],
    [['leader'], 'Searching also for “leader”.'],
    [['leader', 'board', 'manager'], 'Searching also for “leader”, “board” and “manager”.'],
  ])('%j: words that stood for others', (also, text) => {
    expect(toldAlso(also)).toBe(text);
  });
});

test.each([
  [10, 11, 'Show 1 more of 11'],
  [10, 20, 'Show 10 more of 20'],
  [20, 53, 'Show 10 more of 53'],
])('after %i of %i results the button says how many more', (shown, all, text) => {
  expect(toldMore(shown, all, 10)).toBe(text);
});
test.each([
  [0, 'No page has that name. Press Enter to search all text.'],
  [1, 'First answer, by name. Press Down to choose, Enter to search all text.'],
  [3, 'First 3 answers, by name. Press Down to choose, Enter to search all text.'],
])('of %i first answers it is said how they were found', (many, text) => {
  expect(toldOffered(many)).toBe(text);
});
test.each([
  ['ArrowDown', -1, 3, 0],
  ['ArrowDown', 1, 3, 2],
  ['ArrowDown', 2, 3, -1],
  ['ArrowUp', -1, 3, 2],
  ['ArrowUp', 0, 3, -1],
  ['ArrowDown', -1, 1, 0],
  ['ArrowDown', -1, 0, undefined],
  ['Home', 1, 3, undefined],
  ['a', 1, 3, undefined],
])('%s under a field goes from answer %i of %i to %j', (key, at, answers, to) => {
  expect(chosen(key, at, answers)).toBe(to);
});
test('words are offered without their marks', () => {
  expect(toldLoose('"to foster" careers')).toBe('Search for “to foster careers” without quotation marks');
});

test.each([
  [
    { more: 2, top: 600 },
    { more: 2, top: 600 },
  ],
  [
    { more: 0, top: -3 },
    { more: 0, top: 0 },
  ],
  [
    { more: 1e9, top: 1 },
    { more: 100, top: 1 },
  ],
  [null, undefined],
  ['600', undefined],
  [{ more: 1 }, undefined],
  [{ more: 1.5, top: 3 }, undefined],
  [{ more: 1, top: Number.NaN }, undefined],
])('the history tells a place: %j', (state, place) => {
  expect(placeIn(state)).toEqual(place);
});

describe('Keys', () => {
  test.each([
    ['Enter', 'field', 3, 'first'],
    ['ArrowDown', 'field', 3, 'leave'],
    ['ArrowDown', 'field', 0, 'leave'],
    ['ArrowDown', 0, 3, { to: 1 }],
    ['ArrowDown', 2, 3, undefined],
    ['ArrowUp', 1, 3, { to: 0 }],
    ['ArrowUp', 0, 3, 'field'],
    ['Escape', 2, 3, 'field'],
    ['Escape', 'list', 3, 'field'],
    ['Escape', 'field', 3, 'empty'],
    ['Enter', 1, 3, undefined],
    ['Enter', undefined, 3, undefined],
    ['a', 'field', 3, undefined],
  ] as const)('%s at %s of %i', (key, at, results, to) => {
    expect(move(key, at, results, true)).toEqual(to);
  });
  test('Escape in an empty field is the browser’s', () => {
    expect(move('Escape', 'field', 0, false)).toBeUndefined();
  });
  test('Down in an empty field leads to what filters left, if anything', () => {
    expect(move('ArrowDown', 'field', 3, false)).toBe('leave');
    expect(move('ArrowDown', 'field', 0, false)).toBeUndefined();
  });
});

describe('A result', () => {
  beforeAll(() => {
    globalThis.document = parseHTML('<p></p>').document as unknown as Document;
  });
  test('says kind, title, why it is here, and whose statement it shows', () => {
    expect(drawResult(found('Hours', { because: 'time to decision' }), voices).outerHTML).toBe(
      '<li><p class="kind">Gap</p><a href="/Hours/" class="to">Hours</a><p class="because">because: <q>time to decision</q></p>' +
        '<p class="excerpt paper"><b>The paper says: </b>It is so.</p></li>',
    );
  });
  test('markup in a phrase or a name is text', () => {
    const item = drawResult(found('<img src=x>', { because: '<script>' }), voices);
    expect(item.querySelector('img, script')).toBeNull();
    expect(item.textContent).toContain('<script>');
  });
  test('names a term of the glossary and what it means', () => {
    const term = { ...found('Soft money').name, address: '/g/#soft', summary: 'Money that ends.', voice: 'editors' as const };
    const item = drawResult(found('Glossary', { terms: [term] }), voices);
    expect(item.querySelector('.excerpt')?.textContent).toBe('We infer: Money that ends.');
    expect(item.querySelector('ul a')?.getAttribute('href')).toBe('/g/#soft');
  });
  test('begins its kind with a heading where nothing was asked', () => {
    const items = drawGroups([found('a'), found('b')], voices);
    expect(items.map((item) => item.querySelector('h2')?.textContent)).toEqual(['Gap', undefined]);
    expect(items.every((item) => !item.querySelector('p.kind'))).toBe(true);
  });
});

describe('Check boxes', () => {
  const { document } = parseHTML(
    '<form><label><input type="checkbox" name="kind" value="Gap">Gap <span class="count"></span></label>' +
      '<label><input type="checkbox" name="voice" value="paper">Paper <span class="count"></span></label></form>',
  );
  const boxes = new FacetBoxes([...document.querySelectorAll('input')] as unknown as HTMLInputElement[]);
  test('read the address, and show what each would leave', () => {
    boxes.restore(new URLSearchParams('kind=Gap&voice=nobody'));
    expect(boxes.choice()).toEqual({ kind: ['Gap'], voice: [] });
    expect(boxes.kinds()).toEqual(['Gap']);
    boxes.count(new Map([['kind=Gap', 7]]));
    expect([...document.querySelectorAll('.count')].map(({ textContent }) => textContent)).toEqual(['7', '0']);
    expect(document.querySelectorAll('.none').length).toBe(1);
    boxes.count(undefined);
    expect(document.querySelector('.count')?.textContent).toBe('');
    expect(document.querySelectorAll('.none').length).toBe(0);
  });
});

test('ranks are counted over the first, the first three and the first ten', () => {
  expect(rankOf(['/b/'], ['/a/', '/b/'])).toBe(2);
  expect(rankOf(['/c/'], ['/a/', '/b/'])).toBe(0);
  expect(measured([1, 2, 0, 12])).toMatch(/^\s*25\.0 %\s+50\.0 % 0\.375$/);
});
