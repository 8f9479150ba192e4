import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules that see colors; all others see the same page in every mode, so they run in the first one only. */
const COLORS = ['color-contrast', 'link-in-text-block'];

const MODES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colors': { colorScheme: 'dark', forcedColors: 'active' },
} as const;
type Mode = keyof typeof MODES;

/** A mode; or whichever mode the page is in, without the rules that see colors. */
export type Look = Mode | 'any colors';

/** How often pages were looked at, by address. */
const times = new Map<string, number>();

/** The first state of a page in every mode, its others in dark and in light by turns: they take the same colors. */
function looksAt(page: Page): Look[] {
  const { pathname } = new URL(page.url());
  const before = times.get(pathname) ?? 0;
  times.set(pathname, before + 1);
  if (before === 0 || process.env.EVERYTHING === '1') return ['light', 'dark', 'forced colors'];
  return [before % 2 === 1 ? 'dark' : 'light'];
}

/** Of a long list, table or drawing the rows and marks after these are like those before them. */
const ALIKE = process.env.EVERYTHING
  ? []
  : ['tbody > tr', 'main li', 'main dl > div', 'svg.drawing [data-n]'].map((row) => [`${row}:nth-of-type(n + 25)`]);

/** Takes the rows that are like those before them off a page of which nothing else is asked afterwards: they cost time though no rule looks at them. */
export const thin = (page: Page): Promise<void> =>
  page.evaluate((rows) => {
    for (const row of rows) for (const one of document.querySelectorAll(row)) one.remove();
  }, ALIKE.flat());

declare const axe: {
  run(
    within: { include: string[][]; exclude: string[][] },
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
};

/**
 * Violations of a page as it stands, such as `dark color-contrast: .facts dt`: all rules in the first look, those of color in the others.
 *
 * @param within the part that is looked at
 */
export async function violationsOf(page: Page, looks: readonly Look[] = looksAt(page), within = 'html'): Promise<string[]> {
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const [i, look] of looks.entries()) {
    if (look !== 'any colors') await page.emulateMedia(MODES[look]);
    const rules = Object.fromEntries(COLORS.map((rule) => [rule, { enabled: look !== 'any colors' }]));
    const only = i === 0 ? { runOnly: { type: 'tag', values: TAGS }, rules } : { runOnly: { type: 'rule', values: COLORS } };
    const part = { include: [[within]], exclude: ALIKE };
    // no page has sounds, whose length is asked before
    const { violations } = await page.evaluate(
      ([part, options]) => axe.run(part, { ...options, resultTypes: ['violations'], preload: false }),
      [part, only] as const,
    );
    found.push(...violations.map(({ id, nodes }) => `${look} ${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`));
  }
  return found;
}
