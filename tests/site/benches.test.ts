import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUILDS } from './builds.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const benches = Object.entries(scripts).flatMap(([name, command]) =>
  name.startsWith('bench:') ? [[name, command.split(' ')[1] as string]] : [],
);

/** Every second one on one day, the others on the next: together they cost as much as an engine. */
const today = Math.floor(Date.now() / 86_400_000);
const turn = process.env.EVERYTHING === '1' ? benches : benches.filter((_, i) => (i + today) % 2 === 0);

test.each(turn)('%s runs, in its smallest size, and ends with figures', (_, file) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [file as string, '--least'], {
    encoding: 'utf8',
    env: { ...process.env, OUT_DIR: BUILDS.root.folder, NODE_NO_WARNINGS: '1' },
  });
  // 1 is a goal that was missed, which one run of the smallest size cannot tell; what throws prints its reason
  expect([status === 0 || status === 1, stderr]).toEqual([true, '']);
  expect(stdout.trim().split('\n').at(-1)).toMatch(/\d/);
});
