import { mkdirSync } from 'node:fs';
import { launch } from './site/browser.ts';
import { serve } from './site/serve.ts';

const [out = '/tmp/shots', widths = '1280', ...pages] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const { origin, server } = await serve('dist');
const browser = await launch();
for (const spec of widths.split(',')) {
  const width = Number.parseInt(spec);
  const dark = spec.includes('d');
  const forced = spec.includes('f');
  const noscript = spec.includes('n');
  const first = spec.includes('t');
  const ctx = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    forcedColors: forced ? 'active' : 'none',
    javaScriptEnabled: !noscript,
  });
  const page = await ctx.newPage();
  for (const p of pages) {
    await page.goto(origin + p, { waitUntil: 'networkidle' });
    await page.waitForTimeout(200);
    const name = `${out}/${p.replace(/[^a-z0-9]+/gi, '_')}-${spec}.png`;
    const h = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({ path: name, fullPage: !first, clip: first ? undefined : { x: 0, y: 0, width, height: Math.min(h, 4200) } });
    console.log(name, (h / 900).toFixed(1));
  }
  await ctx.close();
}
await browser.close();
server.close();
