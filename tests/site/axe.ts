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

/** Of a long list or table the rows after these are like those before them. */
const ALIKE = process.env.EVERYTHING ? [] : ['tbody > tr', 'main li', 'main dl > div'].map((row) => [`${row}:nth-of-type(n + 25)`]);

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
export async function violationsOf(
  page: Page,
  looks: readonly Look[] = ['light', 'dark', 'forced colors'],
  within = 'html',
): Promise<string[]> {
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const [i, look] of looks.entries()) {
    if (look !== 'any colors') await page.emulateMedia(MODES[look]);
    const rules = Object.fromEntries(COLORS.map((rule) => [rule, { enabled: look !== 'any colors' }]));
    const only = i === 0 ? { runOnly: { type: 'tag', values: TAGS }, rules } : { runOnly: { type: 'rule', values: COLORS } };
    const part = { include: [[within]], exclude: ALIKE };
    const { violations } = await page.evaluate(([part, options]) => axe.run(part, { ...options, resultTypes: ['violations'] }), [
      part,
      only,
    ] as const);
    found.push(...violations.map(({ id, nodes }) => `${look} ${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`));
  }
  return found;
}
