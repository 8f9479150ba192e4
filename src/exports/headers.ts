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

/**
 * The headers that every answer of the site should carry.
 *
 * @param framed for figures that other sites may show in a frame: only these say nothing of ancestors
 */
export const commonHeaders = (policy: string, framed = false): Header[] => [
  ['Content-Security-Policy', framed ? policy : `${policy}; frame-ancestors 'none'`],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', framed ? 'cross-origin' : 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

const FRESH: Header = ['Cache-Control', 'no-cache'];
const LASTING: Header = ['Cache-Control', 'public, max-age=31536000, immutable'];

/** The folder of figures that other sites may show in a frame. */
export const FRAMED = 'embed/';

/**
 * Ready header files, one for each way of hosting.
 *
 * @param policy see `joinPolicies`
 * @param base the base path; begins and ends with a slash
 * @param top names at the top of the site: files, and folders with a slash at their end
 * @returns file name -> text
 */
export function headerFilesFor(policy: string, base: string, top: readonly string[]): Record<string, string> {
  const [common, framed] = [commonHeaders(policy), commonHeaders(policy, true)];
  const embed = `${base}${FRAMED}`;
  const quoted = (value: string) => `"${value.replaceAll('"', '\\"')}"`;
  const underscore = (path: string, headers: readonly Header[]) =>
    [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const cloudfront = (name: string, headers: readonly Header[]) =>
    `${JSON.stringify(
      {
        Name: name,
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: headers[0]?.[1] },
          ContentTypeOptions: { Override: true },
          ReferrerPolicy: { Override: true, ReferrerPolicy: 'no-referrer' },
        },
        CustomHeadersConfig: {
          Quantity: headers.length - 3,
          Items: headers.slice(3).map(([Header, Value]) => ({ Header, Value, Override: true })),
        },
      },
      null,
      2,
    )}\n`;
  return {
    // these hosts add up the headers of all rules that fit, and know no exceptions: so each place has one rule of its own
    _headers: `${[
      underscore(base, common),
      ...top
        .filter((name) => name !== FRAMED)
        .map((name) => underscore(`${base}${name}${name.endsWith('/') ? '*' : ''}`, name === '_astro/' ? [...common, LASTING] : common)),
      underscore(`${embed}*`, framed),
    ].join('\n\n')}\n`,
    'nginx.conf': `${[
      '# Inside server { }. nginx drops inherited headers where a location adds its own, so each lists all.',
      ...(
        [
          [`location ${base} {`, common, FRESH],
          [`location ${embed} {`, framed, FRESH],
          [`location ${base}_astro/ {`, common, LASTING],
        ] as const
      ).flatMap(([open, headers, cache]) => [
        open,
        ...[...headers, cache].map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`),
        '}',
      ]),
      `error_page 404 ${base}404.html;`,
    ].join('\n')}\n`,
    Caddyfile: `${[
      '# Inside a site block { }.',
      // Caddy sorts directives of one kind itself, so each file must fit one matcher only
      '@guarded {',
      `  not path ${embed}*`,
      '}',
      'header @guarded {',
      ...common.map(([name, value]) => `  ${name} ${quoted(value)}`),
      '}',
      `header ${embed}* {`,
      ...framed.map(([name, value]) => `  ${name} ${quoted(value)}`),
      '}',
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
      ...framed
        .filter(([, value], i) => common[i]?.[1] !== value)
        .map(([name, value]) => `  Header always set ${name} ${quoted(value)} "expr=%{REQUEST_URI} =~ m#^${embed}#"`),
      `  Header set Cache-Control "no-cache" "expr=%{REQUEST_URI} !~ m#^${base}_astro/#"`,
      `  Header set Cache-Control "public, max-age=31536000, immutable" "expr=%{REQUEST_URI} =~ m#^${base}_astro/#"`,
      '</IfModule>',
      `ErrorDocument 404 ${base}404.html`,
    ].join('\n')}\n`,
    'cloudfront.json': cloudfront('guide-headers', common),
    'cloudfront-embed.json': cloudfront('guide-headers-embed', framed),
  };
}
