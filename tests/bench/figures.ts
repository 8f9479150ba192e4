/** `npm run bench:figures`: how fast figures are laid out and answer. Needs a build in dist (npm run build). */
import { performance } from 'node:perf_hooks';
import type { CDPSession, Page } from 'playwright-core';
import { chartOf } from '../../src/charts/charts.ts';
import { measure } from '../../src/charts/fonts.ts';
import { layoutMatrix } from '../../src/charts/link-matrix/layout.ts';
import { matrixRows } from '../../src/charts/link-matrix/rows.ts';
import { layoutLiterature } from '../../src/charts/literature/layout.ts';
import { literatureRows } from '../../src/charts/literature/rows.ts';
import { layoutPaths } from '../../src/charts/pathways/layout.ts';
import { pathRows } from '../../src/charts/pathways/rows.ts';
import { buildGuide } from '../../src/guide/build.ts';
import { readFiles } from '../../src/guide/read/files.ts';
import type { Figure } from '../../src/guide/types.ts';
import { FIGURES } from '../../src/schemas/kinds.ts';
import { launch } from '../site/browser.ts';
import { serve } from '../site/serve.ts';
import { median } from './median.ts';
import { sized } from './sized.ts';

const RUNS = sized(15, 1);
const timed = (work: () => void): { first: number; median: number } => {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return { first: times[0] as number, median: median(times) };
};
const ms = (n: number): string => `${n.toFixed(1).padStart(7)} ms`;

const guide = buildGuide(readFiles('content'), 'content');
const wording = { about: guide.about, words: { empty: 'Nothing.' }, findings: [] };
const box = { width: 720, measure };

/** Prints how long some work takes at first, and as a rule. */
function report(name: string, work: () => void): void {
  const { first, median: typical } = timed(work);
  console.log(`  ${name.padEnd(28)} ${ms(first)} ${ms(typical)}`);
}

console.log(`Layout, first run and median of ${RUNS}`);
for (const id of FIGURES) {
  const { chart, drawing } = chartOf(guide, guide.entries.get(`figures/${id}`) as Figure);
  report(id, () => drawing(chart.wide));
}

/** 40 by 60, from the rows of this guide. */
const [pair] = matrixRows(guide);
const [path] = pathRows(guide);
const [finding] = literatureRows(guide);
if (!pair || !path || !finding) throw new Error('This guide has no links or no literature.');
const names = (kind: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ ref: `${kind}/x${i}`, name: `Name number ${i}`, group: kind }));
const [many, responses] = [names('gaps', 40), names('strategies', 60)];
const large = many.flatMap((from) =>
  responses.map((to) => ({ ...pair, id: `${from.ref}--${to.ref}`, from: from.ref, from_name: from.name, to: to.ref, to_name: to.name })),
);
const middle = names('strategies', 20);
const supports = names('recommendations', 40);
const edges = [
  ...many.flatMap((from, i) =>
    middle
      .filter((_, j) => (i * j) % 3 === 0)
      .map((to) => ({
        ...path,
        id: `${from.ref}--${to.ref}`,
        from: from.ref,
        from_name: from.name,
        to: to.ref,
        to_name: to.name,
        stage: 1,
      })),
  ),
  ...middle.flatMap((from, i) =>
    supports
      .filter((_, j) => (i + j) % 2 === 0)
      .map((to) => ({
        ...path,
        id: `${from.ref}--${to.ref}`,
        from: from.ref,
        from_name: from.name,
        to: to.ref,
        to_name: to.name,
        stage: 2,
      })),
  ),
];
const read = Array.from({ length: 2400 }, (_, i) => ({ ...finding, id: String(i), on: (many[i % 40] as (typeof many)[number]).ref }));
for (const [name, work] of [
  [`40 x 60 matrix (${large.length} pairs)`, () => layoutMatrix(large, box, wording)],
  [`40, 20 and 40 nodes (${edges.length} links)`, () => layoutPaths(edges as Parameters<typeof layoutPaths>[0], box, wording)],
  [`40 points (${read.length} findings)`, () => layoutLiterature(read, box, { ...wording, findings: many })],
] as const)
  report(name, work);

const SLOWDOWN = sized(4, 1);
const { origin, server } = await serve(process.env.OUT_DIR ?? 'dist');
const browser = await launch();

/** A select that is turned, or one thing after the other that is clicked. */
type Act = { select: string } | { click: string };

/** From the act to after the next painted frame, as the page's own clock has it. */
const answers = (page: Page, act: Act, turn: number): Promise<number> =>
  page.evaluate(
    async ([what, i]) => {
      const start = performance.now();
      if ('select' in what) {
        const select = document.querySelector(`select[name="${what.select}"]`) as HTMLSelectElement;
        select.selectedIndex = i % select.options.length;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      } else {
        const all = document.querySelectorAll(what.click);
        all[i % all.length]?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
      await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
      return performance.now() - start;
    },
    [act, turn] as const,
  );

const acts: [string, string, Act][] = [
  ['link-matrix: a select', '/figures/link-matrix/', { select: 'whose' }],
  ['link-matrix: an opened cell', '/figures/link-matrix/', { click: 'svg.wide .cell' }],
  ['literature: a select', '/figures/literature/', { select: 'stance' }],
  ['literature: an opened cell', '/figures/literature/', { click: 'svg.wide .cell' }],
  ['pathways: a select', '/figures/pathways/', { select: 'whose' }],
  ['pathways: a traced node', '/figures/pathways/', { click: 'svg.wide .node' }],
];
console.log(`From an act to the next painted frame at ${SLOWDOWN} x CPU slowdown, median and slowest of ${RUNS}`);
for (const [name, address, act] of acts.slice(0, sized(acts.length, 1))) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(origin + address);
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await answers(page, act, 1);
  await page.waitForTimeout(400);
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    times.push(await answers(page, act, i + 2));
    await page.waitForTimeout(60);
  }
  console.log(`  ${name.padEnd(28)} ${ms(median(times))} ${ms(Math.max(...times))}`);
  await context.close();
}
await browser.close();
server.close();
