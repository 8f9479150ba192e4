import { expect, test } from 'vitest';
import { chartOf } from '../../../src/charts/charts.ts';
import { pageSvg } from '../../../src/charts/draw.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { readFiles } from '../../../src/guide/files.ts';
import type { Figure, Guide } from '../../../src/guide/types.ts';
import { FIGURES } from '../../../src/schemas/kinds.ts';

const guides = Object.fromEntries(['content', 'tests/fixtures/guide'].map((folder) => [folder, buildGuide(readFiles(folder), folder)]));
/** Figures that every new statement changes are held by the invented guide, the others by this one. */
const folderOf = (id: string): string => (id === 'voice-bar' || id === 'coverage' ? 'tests/fixtures/guide' : 'content');

/** One element to a line, so that a change of the drawing shows as a diff that can be read. */
const lines = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`;

// after a wanted change: npm run figures, and read the diff
test.each(FIGURES)('the drawing of %s is the one that was last looked at', async (id) => {
  const guide = guides[folderOf(id)] as Guide;
  const { chart, drawing } = chartOf(guide, guide.entries.get(`figures/${id}`) as Figure);
  await expect(lines(pageSvg(drawing(chart.wide), 'wide', { plain: true }))).toMatchFileSnapshot(`../../fixtures/figures/${id}.svg`);
  if (chart.narrow)
    await expect(lines(pageSvg(drawing(chart.narrow), 'narrow', { plain: true }))).toMatchFileSnapshot(
      `../../fixtures/figures/${id}-narrow.svg`,
    );
});
