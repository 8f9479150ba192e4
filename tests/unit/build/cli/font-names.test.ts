import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { convert } from 'fontverter';
import { expect, test } from 'vitest';
import { renamed } from '../../../../src/build/cli/font-names.ts';

const read = (bytes: Uint8Array) => create(Buffer.from(bytes)) as Font;
const whole = await convert(readFileSync('node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'), 'sfnt');

test('a typeface under another name keeps its holders and its letters', () => {
  const [before, after] = [read(whole), read(renamed(whole, 'Source', 'Margin'))];
  expect(before.familyName).toContain('Source');
  expect([after.familyName, after.fullName, after.postscriptName].join()).not.toContain('Source');
  expect(after.familyName).toBe(before.familyName.replace('Source', 'Margin'));
  expect(after.copyright).toBe(before.copyright);
  expect(after.copyright).toContain('‘Source’');
  expect(after.layout('Whose it is').advanceWidth).toBe(before.layout('Whose it is').advanceWidth);
});

test('the sum over a font is what its head says', () => {
  const font = renamed(whole, 'Source', 'Margin');
  const padded = new Uint8Array(Math.ceil(font.length / 4) * 4);
  padded.set(font);
  const view = new DataView(padded.buffer);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + view.getUint32(at)) % 2 ** 32;
  expect(sum).toBe(0xb1b0afba);
});

test('a name of another length, or one that it does not bear, is refused', () => {
  expect(() => renamed(whole, 'Source', 'Margins')).toThrow('"Margins" must have as many letters as "Source".');
  expect(() => renamed(whole, 'Courier', 'Margins')).toThrow('The font is not called "Courier".');
});

test('no typeface that readers get bears the reserved name', () => {
  for (const name of ['margin-serif', 'margin-sans']) {
    const font = read(readFileSync(`src/styles/fonts/${name}.woff2`));
    expect([font.familyName, font.fullName, font.postscriptName].join()).not.toMatch(/source/i);
  }
});
