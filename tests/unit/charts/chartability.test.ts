import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { FIGURES } from '../../../src/schemas/kinds.ts';

const { heuristics } = parse(readFileSync('docs/chartability.yaml', 'utf8')) as {
  heuristics: { name: string; how: string; figures: Record<string, { verdict: string; note?: string }> }[];
};

test('each of the fourteen critical heuristics is answered for every figure, and none fails', () => {
  expect(new Set(heuristics.map(({ name }) => name)).size).toBe(14);
  for (const { name, how, figures } of heuristics) {
    expect([name, Object.keys(figures).sort()]).toEqual([name, [...FIGURES].sort()]);
    expect(how.length).toBeGreaterThan(60);
    for (const [figure, { verdict, note }] of Object.entries(figures)) {
      expect([name, figure, verdict === 'pass' || (verdict === 'does not apply' && note !== undefined)]).toEqual([name, figure, true]);
    }
  }
});
