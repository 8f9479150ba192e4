import { rmSync } from 'node:fs';
import { chromiumPath } from './browser.ts';
import { BUILDS, build } from './builds.ts';

/** Before the site tests: a browser, and every build they look at. */
export default function setup(): void {
  chromiumPath();
  rmSync('.cache/site', { recursive: true, force: true });
  for (const [name, one] of Object.entries(BUILDS)) {
    const { status, output } = build(one);
    if (status !== 0) throw new Error(`The build "${name}" failed:\n${output}`);
  }
}
