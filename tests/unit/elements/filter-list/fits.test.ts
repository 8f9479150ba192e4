import { describe, expect, test } from 'vitest';
import { fits, holds } from '../../../../src/elements/filter-list/fits.ts';

const item: Record<string, string> = { on: 'careers data', 'to-stance': 'careers:supports data:refines' };
const valuesOf = (name: string): string => (Object.hasOwn(item, name) ? (item[name] as string) : '');

test('a text holds each word of a query, in any order and case, and an empty query always', () => {
  for (const query of ['', 'money', 'SOFT money', 'money  soft']) expect(holds('Soft money ends', query)).toBe(true);
  for (const query of ['hard', 'soft hard']) expect(holds('Soft money ends', query)).toBe(false);
  expect(holds('', 'x')).toBe(false);
});

describe('An item of a list fits', () => {
  test('where it has every chosen value, and where nothing is chosen', () => {
    expect(fits(valuesOf, [])).toBe(true);
    expect(fits(valuesOf, [['on', 'careers']])).toBe(true);
    expect(fits(valuesOf, [['on', 'goals']])).toBe(false);
    expect(fits(valuesOf, [['year', '2020']])).toBe(false);
  });
  test('two names that belong together only in one pair, and each of them by itself', () => {
    const both = (to?: string, stance?: string) =>
      fits(valuesOf, [...(to ? [['to', to] as const] : []), ...(stance ? [['stance', stance] as const] : [])], ['to', 'stance']);
    expect(both('careers', 'supports')).toBe(true);
    expect(both('careers', 'refines')).toBe(false);
    expect(both(undefined, 'refines')).toBe(true);
    expect(both(undefined, 'contradicts')).toBe(false);
    expect(both('data')).toBe(true);
    expect(both('goals')).toBe(false);
    expect(both()).toBe(true);
    expect(fits(() => '', [['to', 'careers']], ['to', 'stance'])).toBe(false);
    expect(fits(() => '', [], ['to', 'stance'])).toBe(true);
  });
  test('names of built-in things choose nothing', () => {
    expect(fits(valuesOf, [['on', '__proto__']])).toBe(false);
    expect(fits(valuesOf, [['constructor', 'x']])).toBe(false);
  });
});
