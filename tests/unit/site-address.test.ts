import { describe, expect, test } from 'vitest';
import { siteAddress } from '../../src/lib/site-address.ts';

describe('SITE_URL and BASE_PATH', () => {
  test.each([
    [{}, undefined, '/'],
    [{ SITE_URL: '', BASE_PATH: '' }, undefined, '/'],
    [{ SITE_URL: 'https://example.org', BASE_PATH: '/' }, 'https://example.org', '/'],
    [{ SITE_URL: 'https://example.org/', BASE_PATH: 'repo' }, 'https://example.org', '/repo/'],
    [{ BASE_PATH: '/a/b/c' }, undefined, '/a/b/c/'],
    [{ SITE_URL: 'http://localhost:4321', BASE_PATH: '/a.b/c_d/' }, 'http://localhost:4321', '/a.b/c_d/'],
  ])('%j is taken', (env, site, base) => {
    expect(siteAddress(env)).toEqual({ site, base });
  });

  const url = (value: string) =>
    `SITE_URL is "${value}", but it must be an origin such as https://example.org, without a path, a question mark or a user name; put a path into BASE_PATH.`;
  test.each([
    'example.org',
    'https://example.org/guide',
    'ftp://example.org',
    'https://me@example.org',
    'https://example.org/?a',
    'javascript:alert(1)',
  ])('SITE_URL=%s is refused in one sentence', (value) => {
    expect(() => siteAddress({ SITE_URL: value })).toThrow(url(value));
  });
  const path = (value: string) =>
    `BASE_PATH is "${value}", but it must be a path of plain segments such as /guide/ or /a/b/, made of letters, digits, hyphens, dots and underscores.`;
  test.each(['/a b/', '/../x/', '//evil.example/', '/a//b/', 'https://example.org/x', '/a?b', '/<b>/', '/%2e/'])(
    'BASE_PATH=%s is refused in one sentence',
    (value) => {
      expect(() => siteAddress({ BASE_PATH: value })).toThrow(path(value));
    },
  );
});
