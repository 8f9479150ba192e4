import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerFilesFor, joinPolicies, policyOf } from '../../src/exports/headers.ts';

const policy = "default-src 'none'; script-src 'self' 'sha256-a='; style-src 'self' 'sha256-b='; base-uri 'none'";

describe('Header files', () => {
  test('the policy of a page is read from its meta element', () => {
    expect(policyOf(`<meta http-equiv="content-security-policy" content="default-src &#39;none&#39;">`)).toBe("default-src 'none'");
    expect(policyOf('<p>none</p>')).toBeUndefined();
  });
  test('a joined policy allows what each page allows, and none where all say none', () => {
    expect(joinPolicies([policy, "script-src 'self' 'sha256-c='; base-uri 'none'"])).toBe(
      "default-src 'none'; script-src 'self' 'sha256-a=' 'sha256-c='; style-src 'self' 'sha256-b='; base-uri 'none'",
    );
    expect(joinPolicies(["img-src 'none'", "img-src 'self'"])).toBe("img-src 'self'");
  });
  test('joining is the same in any order', () => {
    const one = fc.constantFrom(policy, "script-src 'self'", "script-src 'self' 'sha256-z='");
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), (list) => {
        const sources = (p: string) => new Map(p.split('; ').map((d) => [d.split(' ')[0], d]));
        expect(sources(joinPolicies(list))).toEqual(sources(joinPolicies([...list].reverse())));
      }),
    );
  });
  test('every kind of host gets the same policy, and nothing unsafe', () => {
    const files = headerFilesFor(policy, '/a/b/', ['404.html', '_astro/', 'embed/', 'gaps/']);
    expect(Object.keys(files)).toEqual(['_headers', 'nginx.conf', 'Caddyfile', '.htaccess', 'cloudfront.json', 'cloudfront-embed.json']);
    for (const [name, text] of Object.entries(files)) {
      if (name !== 'cloudfront-embed.json') expect(text).toContain("frame-ancestors 'none'");
      expect(text).toContain("'sha256-a='");
      expect(text).not.toContain('unsafe-inline');
    }
    expect(files._headers?.match(/^\/.*$/gm)).toEqual(['/a/b/', '/a/b/404.html', '/a/b/_astro/*', '/a/b/gaps/*', '/a/b/embed/*']);
    expect(JSON.parse(files['cloudfront.json'] as string).SecurityHeadersConfig.ContentSecurityPolicy.Override).toBe(true);
  });
  test('only figures in the folder for frames may be framed by other sites', () => {
    const files = headerFilesFor(policy, '/', ['embed/', 'gaps/']);
    const rule = (path: string) => files._headers?.split('\n\n').find((text) => text.startsWith(`${path}\n`)) ?? '';
    expect(rule('/gaps/*')).toContain("frame-ancestors 'none'");
    expect(rule('/embed/*')).toContain("default-src 'none'");
    expect(rule('/embed/*')).not.toContain('frame-ancestors');
    expect(rule('/embed/*')).toContain('Cross-Origin-Resource-Policy: cross-origin');
    expect(files['cloudfront-embed.json']).not.toContain('frame-ancestors');
    const nginx = (files['nginx.conf'] ?? '').split('location ').find((text) => text.startsWith('/embed/')) ?? '';
    expect(nginx).not.toContain('frame-ancestors');
    expect(nginx).toContain('no-cache');
    expect(files['.htaccess']).toMatch(
      /Content-Security-Policy "default-src[^"]*base-uri 'none'" "expr=%\{REQUEST_URI\} =~ m#\^\/embed\/#"/,
    );
  });
});
