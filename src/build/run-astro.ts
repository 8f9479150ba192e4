import { spawnSync } from 'node:child_process';
import { totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';

/** How Node is told how much memory it may use. */
export const HEAP = '--max-old-space-size=';

/**
 * A third of the memory that there is, as an option of Node, where that is more than Node takes by itself: near its limit it does
 * little but tidy up. None where somebody has set one. A build runs two processes, and the program that sets PDFs.
 */
function heapOptions(): string[] {
  if (process.env.NODE_OPTIONS?.includes(HEAP)) return [];
  // in a container there may be less than the machine has
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return memory / 3 > getHeapStatistics().heap_size_limit ? [`${HEAP}${Math.floor(memory / 3 / 2 ** 20)}`] : [];
}

/** Runs Astro in a process of its own until it ends; it reports nothing to its makers. @returns its exit code */
export const runAstro = (args: readonly string[]): number =>
  spawnSync(process.execPath, [...heapOptions(), 'node_modules/astro/bin/astro.mjs', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  }).status ?? 1;
