import { launch } from './site/browser.ts';
import { serve } from './site/serve.ts';

const { origin, server } = await serve('dist');
const browser = await launch();
const page = await (await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } })).newPage();
await page.goto(origin + (process.argv[2] ?? '/matrix/'), { waitUntil: 'networkidle' });
const cdp = await page.context().newCDPSession(page);
const sel = page.locator(process.argv[3] ?? 'select[name="state"]');
if (process.argv[4]) await page.addStyleTag({ content: process.argv[4] }).catch(() => {});
const clicky = process.argv[3]?.includes('summary');
if (!clicky) {
  await sel.focus();
  await page.keyboard.press('ArrowDown');
}
await page.waitForTimeout(300);
await cdp.send('Tracing.start', {
  categories: 'devtools.timeline,v8,blink.user_timing,disabled-by-default-v8.cpu_profiler',
  transferMode: 'ReportEvents',
} as never);
const ev: any[] = [];
cdp.on('Tracing.dataCollected', (e: any) => ev.push(...e.value));
await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
if (clicky) {
  for (const i of [0, 1, 2, 3]) {
    await page.locator(process.argv[3]).nth(i).click();
    await page.waitForTimeout(500);
  }
} else await page.keyboard.press('ArrowDown');
await page.waitForTimeout(600);
const done = new Promise((r) => cdp.once('Tracing.tracingComplete', r));
await cdp.send('Tracing.end');
await done;
const t0 = Math.min(...ev.filter((e) => e.ts && e.ph === 'X').map((e) => e.ts));
for (const e of ev
  .filter((e) => e.ph === 'X' && e.dur > 1500 && !/RunTask|ThreadControllerImpl|Profile/.test(e.name))
  .sort((a, b) => a.ts - b.ts)
  .slice(0, 60))
  console.log(
    ((e.ts - t0) / 1000).toFixed(1),
    (e.dur / 1000).toFixed(1),
    e.name,
    JSON.stringify(e.args?.data ?? e.args ?? '').slice(0, 420),
  );
await browser.close();
server.close();
