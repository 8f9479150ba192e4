import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildsFrom, builtBefore, noteBuild } from '../../../src/build/built-before.ts';

const home = process.cwd();
let project: string;
let moment = 1;
/** Writes a file with a time of its own: two within a tick would look unchanged. */
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, moment, moment++);
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'built-'));
  process.chdir(project);
  for (const path of ['src/pages/index.astro', 'src/styles/tokens.css', 'public/icon.svg', 'content/guide.yaml', 'content/gaps/a.mdx'])
    write(path, 'one');
  for (const path of ['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) write(path, 'one');
  for (const path of ['dist/index.html', 'dist/_astro/a.js', 'dist-headers/nginx.conf']) write(path, 'built');
  // a test that builds sets them
  for (const name of ['SITE_URL', 'BASE_PATH', 'CONTENT_DIR', 'OUT_DIR', 'CACHE_DIR']) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  process.chdir(home);
  rmSync(project, { recursive: true });
});

describe('A build that would give what is there', () => {
  test('is known once one has ended, and only then', () => {
    expect(builtBefore(buildsFrom())).toBe(false);
    noteBuild(buildsFrom());
    expect(builtBefore(buildsFrom())).toBe(true);
  });
  test.each([
    ['a text of the content', () => write('content/gaps/a.mdx', 'two')],
    ['a file more in the content', () => write('content/gaps/b.mdx', '')],
    ['a file less in the content', () => rmSync('content/gaps/a.mdx')],
    ['a token of the styles', () => write('src/styles/tokens.css', 'two')],
    ['a template', () => write('src/pages/index.astro', 'two')],
    ['a file that is copied', () => write('public/icon.svg', 'two')],
    ['the version of a package', () => write('package-lock.json', 'two')],
    ['the configuration', () => write('astro.config.mjs', 'two')],
    ['the address', () => vi.stubEnv('SITE_URL', 'https://example.org')],
    ['the folder on the host', () => vi.stubEnv('BASE_PATH', '/guide/')],
    ['the folder of the content', () => vi.stubEnv('CONTENT_DIR', 'src')],
    ['the folder it goes to', () => vi.stubEnv('OUT_DIR', 'elsewhere')],
    ['a built page', () => write('dist/index.html', 'by hand')],
    ['a page that was taken away', () => rmSync('dist/index.html')],
    ['a file that was put beside the pages', () => write('dist/more.html', '')],
    ['a ready file for a host', () => write('dist-headers/nginx.conf', 'by hand')],
    ['all that was built', () => rmSync('dist', { recursive: true })],
  ])('is another one after a change of %s', (_, change) => {
    noteBuild(buildsFrom());
    change();
    expect(builtBefore(buildsFrom())).toBe(false);
  });
  test('takes no file that changed while it ran for built', () => {
    const before = buildsFrom();
    write('content/gaps/a.mdx', 'two');
    noteBuild(before);
    expect(builtBefore(buildsFrom())).toBe(false);
  });
  test('is none where the note cannot be read', () => {
    noteBuild(buildsFrom());
    appendFileSync('.cache/astro/built.json', '}');
    expect(builtBefore(buildsFrom())).toBe(false);
  });
});
