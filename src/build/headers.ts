import { contentTypeOf, MEDIA_TYPES, TEXT_TYPES } from '../lib/media-types.ts';

/** A header and its value. */
export type Header = readonly [name: string, value: string];

/** What a policy in a header adds to the one in each page: no framing by others, and the least for what is no page. */
const POLICY = "base-uri 'none'; form-action 'self'; object-src 'none'";

/**
 * The headers that every answer of the site should carry. The policy is short on purpose: each page has its own, with
 * its hashes, in a meta element. Hashes here would grow past what hosts and proxies take, and would unstyle drawings.
 *
 * @param framed for figures that other sites may show in a frame: only these say nothing of ancestors
 */
export const commonHeaders = (framed = false): Header[] => [
  ['Content-Security-Policy', framed ? POLICY : `frame-ancestors 'none'; ${POLICY}`],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', framed ? 'cross-origin' : 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

const FRESH: Header = ['Cache-Control', 'no-cache'];
const LASTING: Header = ['Cache-Control', 'public, max-age=31536000, immutable'];
const HTTPS_ONLY: Header = ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'];
const HTTPS_MEANS = [
  'HTTPS only, for two years: take the "#" away once every host under this domain speaks HTTPS, and means to.',
  'A browser that has seen it refuses plain HTTP there; whoever goes back to HTTP locks its readers out.',
];

/** The folder of figures that other sites may show in a frame. */
export const FRAMED = 'embed/';

/** The folder of files whose names hold a hash of what is in them. */
export const HASHED = '_astro/';

/** Cloudflare reads no more rules of a `_headers` file. */
const MOST_RULES = 100;

const common = commonHeaders();
const framed = commonHeaders(true);
/** Headers that say the same of all, those that guard against frames, and the same for what may be framed. */
const same = common.filter(([, value], i) => framed[i]?.[1] === value);
const guarded = common.filter((header) => !same.includes(header));
const differing = framed.filter(([, value], i) => common[i]?.[1] !== value);

const quoted = (value: string): string => `"${value.replaceAll('"', '\\"')}"`;
/** A base path is made of plain segments: only the dot means something in a regular expression. */
const inExpression = (path: string): string => path.replaceAll('.', '\\.');
const lines = (...parts: (string | readonly string[])[]): string => `${parts.flat().join('\n')}\n`;
const indented = (parts: readonly string[], by = '  '): string[] => parts.map((line) => by + line);
const comment = (parts: readonly string[]): string[] => parts.map((line) => `# ${line}`);

/**
 * For hosts that read `_headers`. All rules that fit an answer apply, a later one over an earlier: Netlify replaces the
 * value, Cloudflare would add to it, and takes the earlier one away by a line that Netlify skips. Rules know nothing of
 * what is there: a rule for the whole folder of hashed files would also keep a 404 for a year, so each file has its own.
 */
function underscore(base: string, hashed: readonly string[]): string {
  const set = ([name, value]: Header) => `  ${name}: ${value}`;
  const instead = (header: Header) => [`  ! ${header[0]}`, set(header)];
  // fonts first: they are the heaviest, and on every page
  const fonts = hashed.filter((name) => name.endsWith('.woff2'));
  const named = [...fonts, ...hashed.filter((name) => !fonts.includes(name))].slice(0, MOST_RULES - 2);
  return lines(
    `${base}*`,
    [...common, FRESH].map(set),
    comment(HTTPS_MEANS),
    `# ${set(HTTPS_ONLY).trim()}`,
    '',
    `${base}${FRAMED}*`,
    differing.flatMap(instead),
    named.flatMap((name) => ['', `${base}${HASHED}${name}`, ...instead(LASTING)]),
  );
}

function nginx(base: string): string {
  const add = ([name, value]: Header) => `add_header ${name} ${quoted(value)} always;`;
  // a header without a value is not sent
  const hsts: Header = [HTTPS_ONLY[0], '$guide_hsts'];
  const texts = Object.entries(TEXT_TYPES).filter(([end]) => end !== 'html');
  const types = [...new Set(texts.map(([, type]) => type))].join(' ');
  return lines(
    '# Inside server { }. A place that adds a header of its own inherits none, so each lists all.',
    'set $guide_hsts "";',
    comment(HTTPS_MEANS),
    `# set $guide_hsts ${quoted(HTTPS_ONLY[1])};`,
    base === '/' ? [] : [`location = ${base.slice(0, -1)} {`, '  absolute_redirect off;', `  return 301 ${base}$is_args$args;`, '}'],
    `location ${base} {`,
    indented([
      'index index.html;',
      'autoindex off;',
      'absolute_redirect off;',
      '# a folder that is no page is not there',
      `error_page 403 404 =404 ${base}404.html;`,
      'types {',
      ...Object.entries(MEDIA_TYPES).map(([end, type]) => `  ${type} ${end};`),
      '}',
      'default_type application/octet-stream;',
      'charset utf-8;',
      `charset_types ${types};`,
      'gzip on;',
      'gzip_vary on;',
      'gzip_proxied any;',
      '# a proxy before this server asks in HTTP/1.0',
      'gzip_http_version 1.0;',
      'gzip_comp_level 6;',
      'gzip_min_length 256;',
      `gzip_types ${types};`,
      ...[...common, hsts, FRESH].map(add),
      `location ${base}${FRAMED} {`,
      ...indented([...framed, hsts, FRESH].map(add)),
      '}',
      `location ${base}${HASHED} {`,
      ...indented([...common, hsts, LASTING].map(add)),
      '}',
    ]),
    '}',
  );
}

function caddy(base: string): string {
  const set = ([name, value]: Header) => `${name} ${quoted(value)}`;
  const within = base === '/' ? '/*' : `${base.slice(0, -1)} ${base}*`;
  return lines(
    '# Inside a site block { }, after "root".',
    'encode zstd gzip {',
    '  match {',
    [...new Set(Object.values(TEXT_TYPES))].map((type) => `    header Content-Type ${type}*`),
    '  }',
    '}',
    'file_server',
    comment(HTTPS_MEANS),
    `# header ${set(HTTPS_ONLY)}`,
    // Caddy sorts directives of one kind itself, so an answer must fit one matcher only
    `@guide path ${within}`,
    'header @guide {',
    indented(same.map(set)),
    '}',
    '@guarded {',
    `  path ${within}`,
    `  not path ${base}${FRAMED}*`,
    '}',
    'header @guarded {',
    indented(guarded.map(set)),
    '}',
    `header ${base}${FRAMED}* {`,
    indented(differing.map(set)),
    '}',
    '# only what is there lasts: a missing file would be missed for a year',
    '@lasting {',
    `  path ${base}${HASHED}*`,
    '  file',
    '}',
    `header @lasting ${set(LASTING)}`,
    '@fresh {',
    `  path ${within}`,
    '  not {',
    `    path ${base}${HASHED}*`,
    '    file',
    '  }',
    '}',
    `header @fresh ${set(FRESH)}`,
    'map {path} {guide_type} {',
    Object.keys(MEDIA_TYPES).map((end) => `  ~\\.${end}$ ${quoted(contentTypeOf(`.${end}`))}`),
    '  default ""',
    '}',
    '@typed {',
    `  path ${base}*`,
    '  file',
    '  not vars {guide_type} ""',
    '}',
    'header @typed Content-Type {guide_type}',
    'handle_errors {',
    '  @missing {',
    `    path ${within}`,
    '    expression {http.error.status_code} == 404',
    '  }',
    '  handle @missing {',
    '    encode zstd gzip',
    guarded.map((header) => `    header ${set(header)}`),
    `    rewrite * ${base}404.html`,
    '    file_server',
    '  }',
    '}',
  );
}

function apache(base: string): string {
  const where = (path: string) => `%{REQUEST_URI} =~ m#^${inExpression(path)}#`;
  const set = ([name, value]: Header, when?: string) => `Header always set ${name} ${quoted(value)}${when ? ` "expr=${when}"` : ''}`;
  const cache = ([name, value]: Header, when: string) => `  Header set ${name} ${quoted(value)} "expr=${when}"`;
  const texts = Object.keys(TEXT_TYPES)
    .map((end) => `.${end}`)
    .join(' ');
  const hashed = where(`${base}${HASHED}`);
  return lines(
    '# In the folder of the site. Needs AllowOverride FileInfo; what a server has no module for is left out.',
    '<IfModule mod_headers.c>',
    indented(common.map((header) => set(header))),
    indented(differing.map((header) => set(header, where(`${base}${FRAMED}`)))),
    cache(FRESH, `!(${hashed})`),
    cache(LASTING, hashed),
    '  # what was compressed is asked for again under its compressed name, which would never be found unchanged',
    '  RequestHeader edit* If-None-Match "-(?:gzip|br)(\\")" "$1"',
    indented([...comment(HTTPS_MEANS), `# ${set(HTTPS_ONLY)}`]),
    '</IfModule>',
    '<IfModule mod_mime.c>',
    Object.entries(MEDIA_TYPES).map(([end, type]) => `  AddType ${type} .${end}`),
    `  AddCharset utf-8 ${texts}`,
    '  <IfModule mod_deflate.c>',
    `    AddOutputFilter DEFLATE ${texts}`,
    '    <IfModule mod_brotli.c>',
    `      AddOutputFilter BROTLI_COMPRESS;DEFLATE ${texts}`,
    '    </IfModule>',
    '  </IfModule>',
    '</IfModule>',
    `ErrorDocument 404 ${base}404.html`,
    '# a folder that is no page is not there',
    '<IfModule mod_alias.c>',
    `  <If "-d '%{REQUEST_FILENAME}' && ! -f '%{REQUEST_FILENAME}/index.html'">`,
    '    Redirect 404',
    '  </If>',
    '</IfModule>',
  );
}

function cloudfront(name: string, headers: readonly Header[]): string {
  const [policy, ...rest] = headers;
  const named = new Set(['X-Content-Type-Options', 'Referrer-Policy']);
  const custom = rest.filter(([header]) => !named.has(header));
  const config = {
    Name: name,
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: policy?.[1] },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: 'no-referrer' },
    },
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/**
 * Ready files, one for each way of hosting: headers, types, compression, and what answers for a place that is not there.
 *
 * @param base the base path; begins and ends with a slash
 * @param hashed names of the files whose names hold a hash
 * @returns file name -> text
 */
export const headerFilesFor = (base: string, hashed: readonly string[]): Record<string, string> => ({
  _headers: underscore(base, hashed),
  'nginx.conf': nginx(base),
  Caddyfile: caddy(base),
  '.htaccess': apache(base),
  'cloudfront.json': cloudfront('guide-headers', common),
  'cloudfront-embed.json': cloudfront('guide-headers-embed', framed),
});
