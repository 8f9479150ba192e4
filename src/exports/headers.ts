/** A header and its value. */
export type Header = readonly [name: string, value: string];

const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/i;

/** The policy that a page carries in its meta element, or undefined. */
export const policyOf = (html: string): string | undefined =>
  META.exec(html)?.[1]?.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/**
 * One policy that allows what each of several allows: the union of their sources, by directive. Pages keep their own,
 * narrower policy in a meta element; a browser enforces both.
 */
export function joinPolicies(policies: readonly string[]): string {
  const directives = new Map<string, Set<string>>();
  for (const policy of policies)
    for (const directive of policy.split(';')) {
      const [name, ...sources] = directive.trim().split(/\s+/) as [string, ...string[]];
      if (name) directives.set(name, new Set([...(directives.get(name) ?? []), ...sources]));
    }
  return [...directives]
    .map(([name, sources]) => {
      const kept = sources.size > 1 ? [...sources].filter((s) => s !== "'none'") : [...sources];
      return [name, ...kept.sort()].join(' ');
    })
    .join('; ');
}

/** The headers that every answer of the site should carry. */
export const commonHeaders = (policy: string): Header[] => [
  ['Content-Security-Policy', `${policy}; frame-ancestors 'none'`],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

const FRESH: Header = ['Cache-Control', 'no-cache'];
const LASTING: Header = ['Cache-Control', 'public, max-age=31536000, immutable'];

/**
 * Ready header files, one for each way of hosting.
 *
 * @param policy see `joinPolicies`
 * @param base the base path; begins and ends with a slash
 * @returns file name -> text
 */
export function headerFilesFor(policy: string, base: string): Record<string, string> {
  const common = commonHeaders(policy);
  const quoted = (value: string) => `"${value.replaceAll('"', '\\"')}"`;
  const underscore = (path: string, headers: readonly Header[]) =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return {
    _headers: `${[underscore(`${base}*`, common), underscore(`${base}_astro/*`, [LASTING])].join('\n\n')}\n`,
    'nginx.conf': `${[
      '# Inside server { }. nginx drops inherited headers where a location adds its own, so both list all.',
      ...[
        [`location ${base} {`, FRESH],
        [`location ${base}_astro/ {`, LASTING],
      ].flatMap(([open, cache]) => [
        open as string,
        ...[...common, cache as Header].map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`),
        '}',
      ]),
      `error_page 404 ${base}404.html;`,
    ].join('\n')}\n`,
    Caddyfile: `${[
      '# Inside a site block { }.',
      'header {',
      ...common.map(([name, value]) => `  ${name} ${quoted(value)}`),
      '}',
      // Caddy sorts directives of one kind itself, so each file must fit one matcher only
      '@fresh {',
      `  path ${base}*`,
      `  not path ${base}_astro/*`,
      '}',
      'header @fresh Cache-Control "no-cache"',
      `header ${base}_astro/* Cache-Control "public, max-age=31536000, immutable"`,
      'handle_errors {',
      `  rewrite * ${base}404.html`,
      '  file_server',
      '}',
    ].join('\n')}\n`,
    '.htaccess': `${[
      '<IfModule mod_headers.c>',
      ...common.map(([name, value]) => `  Header always set ${name} ${quoted(value)}`),
      `  Header set Cache-Control "no-cache" "expr=%{REQUEST_URI} !~ m#^${base}_astro/#"`,
      `  Header set Cache-Control "public, max-age=31536000, immutable" "expr=%{REQUEST_URI} =~ m#^${base}_astro/#"`,
      '</IfModule>',
      `ErrorDocument 404 ${base}404.html`,
    ].join('\n')}\n`,
    'cloudfront.json': `${JSON.stringify(
      {
        Name: 'guide-headers',
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: common[0]?.[1] },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { Override: true, ReferrerPolicy: 'no-referrer' },
        },
        CustomHeadersConfig: {
          Quantity: 3,
          Items: common.slice(3).map(([name, value]) => ({ Header: name, Value: value, Override: true })),
        },
      },
      null,
      2,
    )}\n`,
  };
}
