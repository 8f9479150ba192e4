import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

declare const axe: {
  run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
};

/** Violations of a page as it stands, in light, dark and forced colours. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found: string[] = [];
  for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'dark', forcedColors: 'active' }] as const) {
    await page.emulateMedia({ forcedColors: 'none', ...media });
    const { violations } = await page.evaluate(
      (tags) => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }),
      TAGS,
    );
    found.push(
      ...violations.map(({ id, nodes }) => `${JSON.stringify(media)} ${id}: ${nodes.map(({ target }) => target.join(' ')).join('; ')}`),
    );
  }
  return found;
}
