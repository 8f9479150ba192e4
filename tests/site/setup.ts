import { existsSync, rmSync } from 'node:fs';
import { chromiumPath } from './browser.ts';
import { BUILDS, build } from './builds.ts';

/** Before the site tests: a browser, and every build they look at. `KEEP_BUILDS=1` looks again at the builds of the last run. */
export default function setup(): void {
  chromiumPath();
  const keep = process.env.KEEP_BUILDS === '1';
  if (!keep) rmSync('.cache/site', { recursive: true, force: true });
  for (const [name, one] of Object.entries(BUILDS)) {
    if (keep && existsSync(one.folder)) continue;
    const { status, output } = build(one);
    if (status !== 0) throw new Error(`The build "${name}" failed:\n${output}`);
  }
}
