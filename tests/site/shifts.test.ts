import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUILDS } from './builds.ts';
import { oneOf, site, TEMPLATES } from './site.ts';

const { open, origin } = site();

/** Faces of systems, and free ones as wide, which stand in for them here whatever this machine has. */
const SYSTEMS = [
  { serif: ['Georgia', 'gelasio'], sans: ['Arial', 'arimo'] },
  { serif: ['Times New Roman', 'tinos'], sans: ['Arial', 'arimo'] },
] as const;

declare global {
  interface Window {
    shifted: number;
  }
}

/** Adds up what moves in the window, as browsers do. */
const watch = (): void => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
};

test.each(SYSTEMS)('while the typefaces are on their way, text stands in $serif.0 and does not move when they come', async (system) => {
  const moved: string[] = [];
  for (const path of oneOf(12, TEMPLATES))
    await open(undefined, { viewport: { width: 412, height: 915 }, bypassCSP: true, reducedMotion: 'reduce' }, async (page) => {
      let here = (): void => {};
      const typefaces = new Promise<void>((come) => {
        here = come;
      });
      const faces = Object.values(system).flatMap(([name, file]) => [
        [name, `${file}-latin-400-normal`],
        [`${name} Bold`, `${file}-latin-700-normal`],
      ]);
      await page.route(
        (url) => url.pathname === `/${path}`,
        async (route) => {
          const html = (await (await route.fetch()).text())
            .replace(/src:\s*local\(([^;}]*)/g, (rule) => {
              const face = faces.find(([name]) => rule.replaceAll('"', '').includes(`(${name})`));
              const file = face && readFileSync(`node_modules/@fontsource/${face[1]?.split('-')[0]}/files/${face[1]}.woff2`);
              return file ? `src:url(data:font/woff2;base64,${file.toString('base64')})` : 'src:local("none such")';
            })
            // what is preloaded would be there at once
            .replace(/<link rel="preload"[^>]*>/g, '');
          await route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
        },
      );
      await page.route('**/*.woff2', (route) => typefaces.then(() => route.continue()));
      await page.addInitScript(watch);
      await page.goto(`${origin()}/${path}`, { waitUntil: 'commit' });
      await page.waitForFunction(() => [...document.fonts].some(({ family, status }) => family.includes('Like ') && status === 'loaded'));
      await page.waitForTimeout(100);
      const ours = () => [...document.fonts].filter(({ family, status }) => family.includes('Margin') && status === 'loaded').length;
      expect([path, await page.evaluate(ours)]).toEqual([path, 0]);
      // here they came a moment after the first paint; a system has its own at once
      await page.evaluate(() => {
        window.shifted = 0;
      });
      here();
      await page.waitForFunction(ours);
      await page.waitForTimeout(100);
      const shifted = await page.evaluate(() => window.shifted);
      if (shifted > 0.02) moved.push(`${path}: ${shifted.toFixed(3)}`);
    });
  expect(moved).toEqual([]);
});

/** One template for each set of scripts. */
const SCRIPTED = [
  ...new Map(
    TEMPLATES.map((path) => {
      const html = readFileSync(join(BUILDS.root.folder, path.endsWith('.html') ? path : `${path}index.html`), 'utf8');
      return [[...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src).join(' '), path];
    }),
  ).values(),
];

test('scripts move nothing that stands on the first screen', async () => {
  const moved: string[] = [];
  expect(SCRIPTED.length).toBeGreaterThan(8);
  for (const path of oneOf(4, SCRIPTED))
    await open(undefined, { viewport: { width: 412, height: 915 }, reducedMotion: 'reduce' }, async (page) => {
      // no typeface comes: what moves is moved by scripts, which come after the first paint
      await page.addInitScript(watch);
      await page.route('**/*.woff2', (route) => route.abort());
      await page.route('**/*.js', (route) => new Promise((later) => setTimeout(later, 100)).then(() => route.continue()));
      await page.goto(`${origin()}/${path}`);
      await page.waitForTimeout(150);
      const shifted = await page.evaluate(() => window.shifted);
      if (shifted > 0.02) moved.push(`${path}: ${shifted.toFixed(3)}`);
    });
  expect(moved).toEqual([]);
});
