import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOf } from './axe.ts';
import { oneOf, site } from './site.ts';

const { open } = site();

const explore = async (page: Page) => page.locator('.explore button').click();
const cell = (r: number, c: number) => async (page: Page) => {
  await page.locator(`svg.wide .cell[data-r="${r}"][data-c="${c}"]`).click();
  await page.locator('.panel:not(.start) :is(article, h3)').first().waitFor();
};

/** States that a reader can bring a figure into. */
const STATES: [path: string, name: string, width: number, open: (page: Page) => Promise<unknown>][] = [
  ['figures/link-matrix/', 'an open pair', 1280, cell(3, 1)],
  ['figures/link-matrix/', 'the grid for keys', 1280, explore],
  ['figures/link-matrix/', 'narrowed', 1280, (page) => page.locator('select[name="whose"]').selectOption('others')],
  ['figures/link-matrix/', 'the table unfolded', 1280, (page) => page.locator('.as-table > summary').click()],
  ['figures/link-matrix/', 'the list, narrowed', 360, (page) => page.locator('select[name="state"]').selectOption('contested')],
  ['matrix/', 'an open pair', 1280, cell(0, 0)],
  ['figures/literature/', 'an open place', 1280, cell(6, 0)],
  ['figures/literature/', 'an empty place', 1280, cell(0, 0)],
  ['figures/literature/', 'the list, narrowed', 360, (page) => page.locator('select[name="stance"]').selectOption('refines')],
  ['figures/pathways/', 'a traced node', 1280, (page) => page.locator('svg.wide .node').nth(2).click()],
  [
    'figures/pathways/',
    'an open link',
    1280,
    (page) =>
      page
        .locator('.explore button')
        .click()
        .then(() => page.keyboard.press('ArrowRight'))
        .then(() => page.keyboard.press('Enter')),
  ],
  ['figures/pathways/', 'the buttons for keys', 1280, explore],
  ['figures/pathways/?node=gaps-timetables', 'a traced node above the list', 360, async () => {}],
  ['figures/literature/?stance=nope', 'a refused address', 1280, (page) => page.getByText('The address asked for something').waitFor()],
];

test.each(oneOf(2, STATES))('%s with %s at %i px is free of axe violations', async (path, name, width, bring) => {
  let found: string[] = [];
  await open(path, { viewport: { width, height: 900 }, reducedMotion: 'reduce' }, async (page) => {
    await bring(page);
    // the page around it is looked at with all others; a table that was unfolded stands below
    found = await violationsOf(page, undefined, name === 'the table unfolded' ? 'main' : '#figure');
  });
  expect(found).toEqual([]);
});
