import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules that see colours; all others see the same page in every mode, so they run in the first one only. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

const MODES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' },
} as const;
export type Mode = keyof typeof MODES;

declare const axe: {
  run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
};

/** Violations of a page as it stands, such as `dark color-contrast: .facts dt`: all rules in the first mode, those of colour in the others. */
export async function violationsOf(page: Page, modes: readonly Mode[] = ['light', 'dark', 'forced colours']): Promise<string[]> {
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const [i, mode] of modes.entries()) {
    await page.emulateMedia(MODES[mode]);
    const runOnly = i === 0 ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOURS };
    const { violations } = await page.evaluate((only) => axe.run(document, { runOnly: only, resultTypes: ['violations'] }), runOnly);
    found.push(...violations.map(({ id, nodes }) => `${mode} ${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`));
  }
  return found;
}
