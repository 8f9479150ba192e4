/**
 * The base path of the site; begins and ends with a slash. Only this file knows it. Outside a build (the command line, unit
 * tests) there is none but what the process was given. The name must be written out: the bundler replaces it as text.
 */
const BASE = `${typeof import.meta.env === 'undefined' ? (process.env['BASE_FOR_FILES'] ?? '/') : import.meta.env.BASE_URL}/`.replace(
  /\/+$/,
  '/',
);

/** Kinds whose entries stand on one page, a fragment each. */
const SHARED: Record<string, string> = {
  glossary: '/glossary/',
  quiz: '/teach/quiz/',
  questions: '/self-check/',
  mechanisms: '/money/',
  changes: '/evidence/since-the-interviews/',
};

/** The page that all entries of a kind share; undefined for a kind whose entries have a page each. */
export const sharedPage = (kind: string): string | undefined => (Object.hasOwn(SHARED, kind) ? SHARED[kind] : undefined);

/**
 * The address of an entry or a kind inside the site, without the base path.
 *
 * @param ref `gaps/timetables`, `gaps`, `pages/evidence/how-sure`, `glossary/soft-money` (a place on the glossary page)
 * @param fragment a statement's id, without #
 */
export function addressOf(ref: string, fragment?: string): string {
  const [kind = '', ...rest] = ref.split('/');
  const id = rest.join('/');
  const hash = fragment ? `#${fragment}` : '';
  if (kind === 'pages') return `${id === 'home' ? '/' : `/${id}/`}${hash}`;
  if (id && sharedPage(kind)) return `${sharedPage(kind)}#${id}`;
  if (kind === 'lessons') return `/teach/${id && `${id}/`}${hash}`;
  return `/${ref}/${hash}`;
}

/** The address of a DOI. Signs that would end a path in an address, such as # and ?, are encoded too. */
export const doiAddress = (doi: string): string => `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;

/** An address of the site as a link needs it: with the base path. */
export const href = (address: string): string => BASE + address.replace(/^\//, '');

/** The link to an entry or a kind; see `addressOf`. */
export const link = (ref: string, fragment?: string): string => href(addressOf(ref, fragment));

/**
 * A link that opens a page at a passage and marks it, by a text fragment (https://wicg.github.io/scroll-to-text-fragment/).
 * Browsers that know none open the page at its top.
 */
export const passage = (url: string, start: string, end: string): string =>
  `${url}${url.includes('#') ? '' : '#'}:~:text=${encodeText(start)},${encodeText(end)}`;

const encodeText = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
