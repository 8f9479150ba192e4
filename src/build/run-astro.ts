import { spawnSync } from 'node:child_process';
import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';

/** Half of the machine's memory, in megabytes, where that is more than Node takes by itself: near its limit it does little but tidy up. */
const heap = (): number => Math.floor(Math.max(totalmem() / 2, getHeapStatistics().heap_size_limit) / 2 ** 20);

/** Runs Astro in a process of its own until it ends; it reports nothing to its makers. @returns its exit code */
export const runAstro = (args: readonly string[]): number =>
  spawnSync(process.execPath, [`--max-old-space-size=${heap()}`, 'node_modules/astro/bin/astro.mjs', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  }).status ?? 1;
