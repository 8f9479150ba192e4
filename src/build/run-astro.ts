import { spawnSync } from 'node:child_process';

/** Runs Astro in a process of its own until it ends; it reports nothing to its makers. @returns its exit code */
export const runAstro = (args: readonly string[]): number =>
  spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', ...args], {
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  }).status ?? 1;
