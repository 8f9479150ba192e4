import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lightColors } from '../../../src/charts/colors.ts';

const sheet = readFileSync('src/styles/tokens.css', 'utf8');
const [light = '', dark = ''] = sheet.split('@media screen and (prefers-color-scheme: dark)');

describe('Colors', () => {
  test('have a value for the light page and one for the dark page, each', () => {
    const names = (css: string): string[] => [...css.matchAll(/--([a-z-]+): #[0-9a-f]{3,6};/g)].map(([, name]) => name as string);
    expect(names(light).length).toBeGreaterThan(10);
    expect(names(dark)).toEqual(names(light));
    expect([...lightColors(sheet).keys()]).toEqual(names(light));
    expect(lightColors(sheet).get('page')).toBe(/--page: (#\w+);/.exec(light)?.[1]);
  });
  test('are plain values: where a browser does not know a function, a custom property has no fallback', () => {
    expect(sheet.replace(/\/\*[\s\S]*?\*\//g, '')).not.toMatch(/light-dark\(|color-mix\(|oklch\(/);
  });
});
