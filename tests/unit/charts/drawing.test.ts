import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { create } from 'fontkit';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { filledIn, lightColors } from '../../../src/charts/colors.ts';
import { pageSvg } from '../../../src/charts/draw.ts';
import type { Drawing, Face } from '../../../src/charts/drawing.ts';
import { measure, Outlines } from '../../../src/charts/fonts.ts';
import { wrap } from '../../../src/charts/lines.ts';
import { markPath, SHAPES } from '../../../src/charts/marks.ts';
import { standaloneSvg } from '../../../src/charts/standalone.ts';
import { rounds } from '../rounds.ts';

const FACE: Face = { family: 'sans', weight: 400, size: 14 };

test('wrapped lines hold every letter in order, and none is wider than asked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zA-Z,.’-]{1,40}$/), { maxLength: 12 }),
      fc.integer({ min: 30, max: 400 }),
      (words, width) => {
        const lines = wrap(words.join(' '), width, FACE, measure);
        expect(lines.length).toBeGreaterThan(0);
        const letters = (text: string) => text.replace(/[\s-]/g, '');
        expect(letters(lines.join(''))).toBe(letters(words.join('')));
        for (const line of lines) expect(line.length < 3 || measure(line, FACE) <= width + 0.01).toBe(true);
      },
    ),
  );
});

test('a line of words is as wide as the face sets it whole, and its letters stand where it puts them', () => {
  const said = fc.array(fc.stringMatching(/^[A-Za-z0-9.,;:()’“”—%$/-]{1,12}$/), { minLength: 1, maxLength: 8 });
  for (const family of ['sans', 'serif'] as const)
    for (const weight of [400, 600] as const) {
      const name = { sans: 'source-sans-3', serif: 'source-serif-4' }[family];
      const font = create(readFileSync(`node_modules/@fontsource/${name}/files/${name}-latin-${weight}-normal.woff`));
      if (!('layout' in font)) throw new Error(`${name} is no face`);
      fc.assert(
        fc.property(said, (words) => {
          const { glyphs, positions, advanceWidth } = font.layout(words.join(' '));
          const face: Face = { family, weight, size: font.unitsPerEm };
          expect(measure(words.join(' '), face)).toBeCloseTo(advanceWidth, 6);
          let pen = 0;
          const places = positions.map(({ xAdvance, xOffset }) => {
            pen += xAdvance;
            return Math.round(pen - xAdvance + xOffset);
          });
          const drawn = places.filter((_, i) => glyphs[i]?.path.toSVG());
          expect(new Outlines().run(words.join(' '), face).glyphs.map(({ x }) => x)).toEqual(drawn);
        }),
        { numRuns: rounds(500) },
      );
    }
});

test('a text is as wide as its outlines, and twice as wide at twice the size; each letter is kept once', () => {
  const outlines = new Outlines();
  const { scale, glyphs } = outlines.run('Practical applicability', FACE);
  const last = glyphs.at(-1)?.x ?? 0;
  expect(last * scale).toBeGreaterThan(measure('Practical applicabilit', FACE) - 1);
  expect(last * scale).toBeLessThan(measure('Practical applicability', FACE));
  expect(outlines.paths.size).toBe(new Set('Practicalapplicability').size);
  expect([...outlines.paths.values()].every((path) => path.startsWith('M'))).toBe(true);
  expect(measure('ab', { ...FACE, size: 28 })).toBeCloseTo(2 * measure('ab', FACE), 6);
});

test('every mark is a closed outline of its own inside its size', () => {
  const paths = SHAPES.map((shape) => markPath(shape, 14));
  expect(new Set(paths).size).toBe(SHAPES.length);
  for (const path of paths) {
    expect(path).toMatch(/^M[-\d.,MLAZHVhvz ]+[Zz]$/);
    for (const n of path.matchAll(/-?\d+(?:\.\d+)?/g)) expect(Math.abs(Number(n[0]))).toBeLessThanOrEqual(14);
  }
});

const drawingOf = (text: string): Drawing => ({
  width: 100,
  height: 40,
  items: [
    {
      type: 'group',
      as: 'cell',
      to: '/a/',
      name: text,
      data: { n: 0, text },
      hit: { x: 0, y: 0, width: 10, height: 10 },
      items: [
        { type: 'mark', shape: 'square', x: 5, y: 5, size: 10, tone: 'paper' },
        { type: 'label', x: 20, y: 10, lines: [text, 'second'], face: FACE, anchor: 'start', tone: 'ink' },
      ],
    },
    { type: 'stroke', d: 'M0 0H10', tone: 'hair', style: 'dashed', n: 1 },
  ],
});
const around = (text: string) => ({
  title: text,
  mark: { shape: 'diamond', tone: 'editors', text: 'We infer' } as const,
  how: text,
  foot: [text, 'CC BY 4.0'],
  description: text,
  css: '.m{fill-rule:evenodd}',
  ground: '#fff',
});

test('whatever a label says, the page’s SVG shows it as text and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
      const { document } = parseHTML(`<html><body>${pageSvg(drawingOf(text), 'wide', { linkTo: (to) => `/base${to}` })}</body></html>`);
      const allowed = new Set(['svg', 'g', 'a', 'path', 'text', 'title', 'rect']);
      for (const element of document.querySelectorAll('body *')) expect(allowed.has(element.tagName.toLowerCase())).toBe(true);
      expect(document.querySelectorAll('svg *')).toHaveLength(7);
      expect(document.querySelector('a')?.getAttribute('href')).toBe('/base/a/');
      expect(document.querySelector('a')?.getAttribute('tabindex')).toBe('-1');
      expect(document.querySelector('text')?.textContent?.trim()).toBe(text.replace(/[\0\r]/g, '').trim());
    }),
    { numRuns: 300 },
  );
});

test('a figure to look at has no links, names or numbers', () => {
  const svg = pageSvg(drawingOf('Name'), 'wide', { plain: true });
  expect(svg).not.toMatch(/<a |<title|data-|class="hit"/);
  expect(svg).toContain('Name');
});

test('each line of a label keeps the width it was laid out with, whatever spacing a reader asks for, and stands under the one before', () => {
  const label = { type: 'label', x: 20, y: 10, lines: ['first', 'and second'], face: FACE, anchor: 'start', tone: 'ink' } as const;
  const write = (turn?: number) =>
    parseHTML(
      `<html><body>${pageSvg({ width: 100, height: 40, items: [{ ...label, ...(turn && { turn }) }] }, 'wide', {})}</body></html>`,
    ).document.querySelectorAll('text');
  const at = (text: Element) => ['x', 'y', 'textLength', 'transform'].map((name) => text.getAttribute(name));
  expect([...write()].map(at)).toEqual([
    ['20', '10', String(Math.round(measure('first', FACE))), null],
    ['20', '27.1', String(Math.round(measure('and second', FACE))), null],
  ]);
  // turned, the next line stands at the right of it
  expect([...write(-90)].map((text) => at(text)[3])).toEqual(['rotate(-90 20 10)', 'rotate(-90 37.1 10)']);
});

test('what stands open is marked in the drawing, and nothing else', () => {
  const group = (id: string) => ({ type: 'group', as: 'cell', data: { id }, items: [] }) as const;
  const svg = pageSvg({ width: 9, height: 9, items: [group('a'), group('b')] }, 'wide', { chosen: 'b' });
  expect([...svg.matchAll(/class="(cell[^"]*)" data-id="(.)"/g)].map(([, name, id]) => [name, id])).toEqual([
    ['cell', 'a'],
    ['cell chosen', 'b'],
  ]);
});

test('a downloaded figure is well-formed, holds its words as outlines, and refers to nothing', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~‘’“”–—é]{1,50}$/), (text) => {
      const svg = standaloneSvg(drawingOf(text), around(text));
      expect(svg.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
      expect(svg).not.toMatch(/<script|<a |<text|<image|<foreignObject|\son\w+=|href="(?!#)|url\(|@import|data-/i);
      const open = [...svg.matchAll(/<([a-z]+)(?=[\s>/])(?:[^>"]|"[^"]*")*?(\/?)>/g)];
      const close = [...svg.matchAll(/<\/([a-z]+)>/g)];
      expect(open.filter(([, , self]) => !self)).toHaveLength(close.length);
    }),
    { numRuns: 200 },
  );
});

test('its sheet has every color filled in, and a color nobody states stops it', () => {
  const colors = lightColors(':root { --ink: #1b1e22; --page: #fff; } @media screen and (dark) { :root { --ink: #ece9e1; } }');
  expect([...colors]).toEqual([
    ['ink', '#1b1e22'],
    ['page', '#fff'],
  ]);
  expect(filledIn('/* note */ .a { fill: var(--ink) } .b text { font-family: var(--sans); }', colors)).toBe('.a { fill: #1b1e22 }');
  expect(() => filledIn('.a { fill: var(--pink) }', colors)).toThrow(
    'The sheet of marks names a color "pink" that the tokens do not state.',
  );
});
