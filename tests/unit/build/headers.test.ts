import { describe, expect, test } from 'vitest';
import { commonHeaders, headerFilesFor } from '../../../src/build/headers.ts';
import { contentTypeOf, MEDIA_TYPES, TEXT_TYPES } from '../../../src/lib/media-types.ts';

const HASHED = ['a.1.js', 'b.2.woff2', 'c.3.js'];
const files = headerFilesFor('/~a.b/', HASHED);

describe('Headers', () => {
  test('every answer guards against frames, guessing of types, referrers and windows that opened it', () => {
    expect(Object.fromEntries(commonHeaders())).toEqual({
      'Content-Security-Policy': "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    });
  });
  test('what may be framed says nothing of ancestors, and may be loaded by other origins; all else is the same', () => {
    expect(Object.fromEntries(commonHeaders(true))).toEqual({
      ...Object.fromEntries(commonHeaders()),
      'Content-Security-Policy': "base-uri 'none'; form-action 'self'; object-src 'none'",
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });
  test('a policy in a header holds no hash and judges no style or script: pages have their own, drawings none', () => {
    for (const text of Object.values(files)) expect(text).not.toMatch(/sha256|unsafe|script-src|style-src|default-src/);
  });
});

describe('Types', () => {
  test.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['a.b/docx-table.C7e.js', 'text/javascript; charset=utf-8'],
    ['reid.csl.json', 'application/json; charset=utf-8'],
    ['sources.ris', 'application/x-research-info-systems; charset=utf-8'],
    ['slides.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['wasm.en.pagefind', 'application/octet-stream'],
    ['_headers', 'application/octet-stream'],
  ])('%s is %s', (name, type) => {
    expect(contentTypeOf(name)).toBe(type);
  });
  test.each(['nginx.conf', 'Caddyfile', '.htaccess'])('%s tells all of them, and compresses texts only', (file) => {
    const text = files[file] as string;
    for (const type of Object.values(MEDIA_TYPES)) expect(text).toContain(type);
    const compressing = {
      'nginx.conf': /gzip_types .*/,
      Caddyfile: /encode zstd gzip \{[\s\S]*?\n\}/,
      '.htaccess': /AddOutputFilter DEFLATE .*/,
    }[file];
    const compressed = compressing?.exec(text)?.[0] ?? '';
    const is = (end: string, type: string) => (file === '.htaccess' ? ` .${end}` : ` ${type}`);
    // nginx compresses HTML unasked
    for (const [end, type] of Object.entries(MEDIA_TYPES))
      expect([end, new RegExp(`${is(end, type).replaceAll(/[.+]/g, '\\$&')}[ *;]`).test(`${compressed} `)]).toEqual([
        end,
        end in TEXT_TYPES && !(file === 'nginx.conf' && end === 'html'),
      ]);
  });
});

describe('Ready files', () => {
  // the text as it was when the servers themselves had tried it (tests/site/hosts.test.ts); after a change let them try it again: vitest -u
  test.each(Object.entries(files))('%s is as it was tried', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`../fixtures/hosts/${name.replace(/^\./, '')}`);
  });
  test('at a root no redirect is needed', () => {
    expect(headerFilesFor('/', [])['nginx.conf']).not.toContain('return 301');
    expect(headerFilesFor('/', [])._headers).toMatch(/^\/\*\n/);
  });
  test('HTTPS only is never on by itself, and each file that can say so says what it means', () => {
    for (const [name, text] of Object.entries(files))
      for (const line of text.split('\n').filter((line) => /Strict-Transport-Security|max-age=63072000/.test(line)))
        expect([name, line]).toEqual([name, expect.stringMatching(/^ *# |\$guide_hsts/)]);
    for (const name of ['_headers', 'nginx.conf', 'Caddyfile', '.htaccess']) expect(files[name]).toContain('locks its readers out');
  });
  test('a _headers file never has more rules than Cloudflare reads: fonts come first', () => {
    const many = Array.from({ length: 300 }, (_, i) => `${i}.js`);
    const rules = headerFilesFor('/', [...many, 'z.woff2'])._headers?.match(/^\/.*$/gm) ?? [];
    expect(rules).toHaveLength(100);
    expect(rules.slice(0, 4)).toEqual(['/*', '/embed/*', '/_astro/z.woff2', '/_astro/0.js']);
  });
});
