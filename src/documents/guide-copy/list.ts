/** Where a build writes what there is to keep on a device, below the base path; see `src/build/guide-copy.ts`. */
export const EDITION = 'offline/edition.json';
export const LIST = 'offline/list.json';
/** Where the worker stands: at the top, so that all pages below are its own. */
export const WORKER = 'sw.js';
/** The page that speaks of copies, and the place on it. */
export const PLACE = 'take-along/#device';

/** The two parts a reader may choose: what the pages need, and files to take away. */
export const PARTS = ['guide', 'files'] as const;
export type Part = (typeof PARTS)[number];

/** A file of the site: its path below the base, how many bytes it has, and its name by what is in it (see `nameOf`). */
export type Listed = readonly [path: string, bytes: number, name: string];

/** Everything of one build, by part. */
export interface FileList {
  /** a name for all of it together: another build of the same bytes has the same */
  build: string;
  /** the day of the guide's edition, `2026-11-24` */
  day: string;
  guide: readonly Listed[];
  files: readonly Listed[];
}

/** The same in short, for whoever only asks how much it is. */
export interface Edition {
  build: string;
  day: string;
  /** of each part: files, their bytes, and how many of them a line carries when a server compresses texts */
  parts: Record<Part, { files: number; bytes: number; sent: number }>;
  /** paths that any copy needs, if it holds nothing else: what stands in for a page that is not there */
  first: readonly string[];
}

/** The address of a file below the base path, as a link has it. */
export const addressOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');

/** The file behind an address below the base path, without what follows a question mark. */
export const fileAt = (address: string): string => (address === '' || address.endsWith('/') ? `${address}index.html` : address);

/** Whether a name tells what is in a file: what stands under it never changes. */
export const isLasting = (path: string): boolean => path.startsWith('_astro/');

/** The name of a file by its content: the first 16 characters of its SHA-256. */
export async function nameOf(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...hash.subarray(0, 12)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

const isListed = (value: unknown): value is Listed =>
  Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number' && typeof value[2] === 'string';

/** A list from any text; undefined for what is none. Never throws. */
export function readList(text: string): FileList | undefined {
  try {
    const { build, day, guide, files } = JSON.parse(text) as FileList;
    const whole = typeof build === 'string' && typeof day === 'string' && [guide, files].every((part) => part.every(isListed));
    return whole ? { build, day, guide, files } : undefined;
  } catch {
    return undefined;
  }
}
