/** The type of each kind of file that the site holds, by the end of its name. */
const TEXTS = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  xml: 'application/xml',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  ics: 'text/calendar',
  ris: 'application/x-research-info-systems',
  bib: 'text/x-bibtex',
  jsonld: 'application/ld+json',
};

const OTHERS = {
  png: 'image/png',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  pdf: 'application/pdf',
  zip: 'application/zip',
  imscc: 'application/zip',
  epub: 'application/epub+zip',
};

/** What texts are: in UTF-8, and worth compressing. All else is compressed in itself. */
export const TEXT_TYPES: Readonly<Record<string, string>> = TEXTS;

/** Types of all files, without a charset. A file that is not here, such as a part of the search index, is plain bytes. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = { ...TEXTS, ...OTHERS };

const endOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Whether a file is one of `TEXT_TYPES`, by its name or path. */
export const isText = (name: string): boolean => endOf(name) in TEXTS;

/** What a server should say of a file: `text/csv; charset=utf-8`. */
export function contentTypeOf(name: string): string {
  const type = MEDIA_TYPES[endOf(name)] ?? 'application/octet-stream';
  return isText(name) ? `${type}; charset=utf-8` : type;
}
