import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { itemsOf } from '../../../src/charts/drawing.ts';
import { POSTERS, posterDrawing, posterSvg } from '../../../src/exports/poster.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { entryIn, openingOf } from '../../../src/guide/entries.ts';
import { collisions } from '../charts/boxes.ts';

const guide = checkedGuide();
const addressFor = (ref: string) => `https://guide.example/${ref}/`;
const sheets = { marks: readFileSync('src/styles/marks.css', 'utf8'), tokens: readFileSync('src/styles/tokens.css', 'utf8') };

test.each(POSTERS)(
  'on the poster of %s nothing overlaps or is cut off, and it says what it shows, whose that is, and where it comes from',
  (id) => {
    const figure = entryIn(guide, 'figures', id);
    const drawing = posterDrawing(guide, figure, addressFor);
    expect(collisions(drawing)).toEqual([]);
    const said = itemsOf(drawing.items)
      .flatMap((item) => (item.type === 'label' ? item.lines : []))
      .join(' ');
    for (const text of [
      openingOf(figure).text,
      guide.about.voices[openingOf(figure).voice].label,
      figure.data.reviewed,
      addressFor(figure.ref),
      'CC BY 4.0',
      guide.about.disclaimer,
    ])
      expect(said).toContain(text);
  },
);

test.each(POSTERS)('the poster of %s is as large as a sheet of A3, with its letters drawn', (id) => {
  const svg = posterSvg(guide, entryIn(guide, 'figures', id), addressFor, sheets);
  expect(svg).toMatch(/width="420mm" height="297mm"/);
  const [, width = 0, height = 1] = (/viewBox="0 0 (\S+) (\S+)"/.exec(svg) ?? []).map(Number);
  expect(width / height).toBeCloseTo(420 / 297, 2);
  expect(svg).not.toMatch(/<text|<script|<image|url\(|var\(/);
});
