import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lightColors } from '../../../src/charts/colors.ts';
import { INKS, VOICE_INKS } from '../../../src/lib/inks.ts';

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
  test('in files that take no style sheet along are those of the light page, and stand in one place', () => {
    const tokens = lightColors(sheet);
    for (const [name, ink] of Object.entries({ ...INKS, ...VOICE_INKS, example: VOICE_INKS.unknown }))
      expect([name, `#${ink.toLowerCase()}`]).toEqual([name, tokens.get(name === 'example' ? 'unknown' : name)]);
    expect(VOICE_INKS.example).toBe(VOICE_INKS.unknown);
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.(ts|astro)$/.test(file) && !file.endsWith('lib/inks.ts'),
    );
    const all = [...tokens.values()].filter((color) => color.length === 7).map((color) => color.slice(1));
    for (const file of code) {
      const text = readFileSync(`src/${file}`, 'utf8').toLowerCase();
      expect([file, all.filter((color) => text.includes(color))]).toEqual([file, []]);
    }
  });
  test('are plain values: where a browser does not know a function, a custom property has no fallback', () => {
    expect(sheet.replace(/\/\*[\s\S]*?\*\//g, '')).not.toMatch(/light-dark\(|color-mix\(|oklch\(/);
  });
});
