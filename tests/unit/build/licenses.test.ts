import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { licensesText, packageOf } from '../../../src/build/licenses.ts';

const root = mkdtempSync(join(tmpdir(), 'guide-licenses-'));
afterAll(() => rmSync(root, { recursive: true }));

function folder(name: string, about: object, notice?: [file: string, text: string]): string {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'package.json'), JSON.stringify({ name, version: '1.0.0', license: 'MIT', ...about }));
  if (notice) {
    mkdirSync(join(path, notice[0], '..'), { recursive: true });
    writeFileSync(join(path, ...notice[0].split('/')), notice[1]);
  }
  return path;
}

describe('Notices', () => {
  test.each([
    ['/a/node_modules/fflate/esm/browser.js', '/a/node_modules/fflate'],
    ['/a/node_modules/docx/node_modules/nanoid/index.js', '/a/node_modules/docx/node_modules/nanoid'],
    ['/a/node_modules/@fontsource/source-sans-3/index.css', '/a/node_modules/@fontsource/source-sans-3'],
    ['C:\\a\\node_modules\\idb\\build\\index.js', 'C:/a/node_modules/idb'],
    ['/a/src/lib/text.ts', undefined],
    ['\0vite/preload-helper.js', undefined],
  ])('%j is of %s', (module, path) => {
    expect(packageOf(module)).toBe(path);
  });

  test('are sorted, and name version, license and source of each', () => {
    const b = folder('b', { repository: { url: 'git+https://example.org/b.git' } }, ['LICENSE', 'Notice of b\r\n']);
    const a = folder('a', { license: 'MPL-2.0', repository: 'who/a' }, ['license.md', '\nNotice of a']);
    const c = folder('c', { repository: 'git://example.org/c.git' }, ['LICENSE/LICENSE', 'Notice of c']);
    const rule = '-'.repeat(80);
    expect(licensesText([b, a, c])).toBe(
      `Parts of this site are the work of others.\n\n${rule}\n\na 1.0.0, MPL-2.0\nhttps://github.com/who/a\n\nNotice of a\n\n${rule}\n\nb 1.0.0, MIT\nhttps://example.org/b\n\nNotice of b\n\n${rule}\n\nc 1.0.0, MIT\nhttps://example.org/c\n\nNotice of c\n`,
    );
  });

  test('a typeface names its holders', () => {
    expect(licensesText(['node_modules/@fontsource/source-serif-4'])).toMatch(
      /source-serif-4 [^\n]*OFL-1\.1\n[^\n]+\n© [^\n]*Adobe[^\n]*\nPages get it cut to the characters in use, under the name Margin Serif 4\.\n/,
    );
  });

  test('a package without a notice stops the build', () => {
    expect(() => licensesText([folder('bare', {})])).toThrow('bare reaches readers, but its package has no license file.');
  });
});
