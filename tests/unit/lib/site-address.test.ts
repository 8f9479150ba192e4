import { describe, expect, test } from 'vitest';
import { siteAddress } from '../../../src/lib/site-address.ts';

describe('SITE_URL and BASE_PATH', () => {
  test.each([
    [{}, undefined, '/'],
    [{ SITE_URL: '', BASE_PATH: '' }, undefined, '/'],
    [{ SITE_URL: 'https://example.org', BASE_PATH: '/' }, 'https://example.org', '/'],
    [{ SITE_URL: 'https://example.org/', BASE_PATH: 'repo' }, 'https://example.org', '/repo/'],
    [{ BASE_PATH: '/a/b/c' }, undefined, '/a/b/c/'],
    [{ BASE_PATH: '/~smith/' }, undefined, '/~smith/'],
    [{ BASE_PATH: '/people/~smith/my-guide_2/' }, undefined, '/people/~smith/my-guide_2/'],
    [{ BASE_PATH: '/embed/' }, undefined, '/embed/'],
    [{ BASE_PATH: '/_astro' }, undefined, '/_astro/'],
    [{ BASE_PATH: '-x' }, undefined, '/-x/'],
    [{ SITE_URL: 'https://Bücher.example' }, 'https://xn--bcher-kva.example', '/'],
    [{ SITE_URL: 'https://a-b.c_d.example:8443' }, 'https://a-b.c_d.example:8443', '/'],
    [{ SITE_URL: 'http://[::1]:4321' }, 'http://[::1]:4321', '/'],
    [{ SITE_URL: 'http://localhost:4321', BASE_PATH: '/a.b/c_d/' }, 'http://localhost:4321', '/a.b/c_d/'],
  ])('%j is taken', (env, site, base) => {
    expect(siteAddress(env)).toEqual({ site, base });
  });

  const url = (value: string) =>
    `SITE_URL is "${value}", but it must be an origin such as https://example.org, without a path, a question mark, a user name or a password; put a path into BASE_PATH.`;
  test.each([
    'example.org',
    'https://example.org/guide',
    'ftp://example.org',
    'https://me@example.org',
    'https://:pw@example.org',
    'https://me:pw@example.org',
    'https://e"x.org',
    "https://e'x.org",
    'https://e;x.org',
    'https://e$x.org',
    'https://e{x}.org',
    'https://.example.org',
    'https://a..org',
    'https://-a.org',
    'https://example.org/#a',
    'https://example.org/?a',
    'javascript:alert(1)',
  ])('SITE_URL=%s is refused in one sentence', (value) => {
    expect(() => siteAddress({ SITE_URL: value })).toThrow(url(value));
  });
  const path = (value: string) =>
    `BASE_PATH is "${value}", but it must be a path of plain segments such as /guide/, /a/b/ or /~name/, made of letters, digits, hyphens, dots, underscores and tildes, none with a dot at its beginning.`;
  test.each([
    '/a b/',
    '/../x/',
    '//evil.example/',
    '/a//b/',
    'https://example.org/x',
    '/a?b',
    '/<b>/',
    '/%2e/',
    '/./',
    '/.git/',
    '/a/..',
    '/é/',
    '/a:b/',
    '/a*/',
    '/"/',
    "/'/",
    '/a;b/',
    '/a$b/',
    '/a\nb/',
  ])('BASE_PATH=%s is refused in one sentence', (value) => {
    expect(() => siteAddress({ BASE_PATH: value })).toThrow(path(value));
  });
});
