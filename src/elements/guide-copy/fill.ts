import { addressOf, type FileList, type Listed, nameOf } from '../../documents/guide-copy/list.ts';
import type { Failure } from '../../documents/guide-copy/words.ts';
import { bytesOf, type GuideCopy } from './copy.ts';

/** How many files are fetched side by side. */
const AT_ONCE = 6;

/** Why a copy was not finished; `stopped` where the reader stopped it. */
export class Unfinished extends Error {
  readonly why: Failure | 'stopped';
  constructor(why: Failure | 'stopped') {
    super(why);
    this.why = why;
  }
}

/**
 * Waits for something to be stored.
 *
 * @param work what a method of the copy that writes gives
 * @throws Unfinished where there is no room, or the copy is gone
 */
export async function stored(work: Promise<boolean>): Promise<void> {
  const done = await work.catch(() => Promise.reject(new Unfinished('full')));
  if (!done) throw new Unfinished('removed');
}

/** How a copy is being fetched. */
interface Fetching {
  /** the address of the top of the site */
  scope: string;
  signal: AbortSignal;
  /** told after each file: bytes that are there, of all */
  told(done: number, of: number): void;
}

/** What is kept of some entries, each looked into: a file that was cut or emptied does not count. */
async function missingOf(copy: GuideCopy, entries: readonly Listed[]): Promise<Listed[]> {
  const names = await copy.names();
  const missing: Listed[] = [];
  for (const entry of entries) if (!names.has(entry[2]) || !(await copy.file(entry))) missing.push(entry);
  return missing;
}

/** Fetches a file and keeps it, if it is what the list says. */
async function fetchOne(copy: GuideCopy, [path, , name]: Listed, { scope, signal }: Fetching): Promise<void> {
  // past the worker and past what the browser has: an older page would be another file
  const response = await fetch(scope + addressOf(path), { cache: 'no-cache', signal }).catch(() => undefined);
  if (signal.aborted) throw new Unfinished('stopped');
  const bytes = await response?.arrayBuffer().catch(() => undefined);
  if (!response || !bytes || response.status >= 500) throw new Unfinished('line');
  // the page of what is not there is served as missing, and is built as any other
  if ((await nameOf(bytes)) !== name) throw new Unfinished('altered');
  await stored(copy.put(name, bytes, response.headers.get('Content-Type') ?? ''));
}

/**
 * Fetches what is missing of some files of a build.
 *
 * @param list the build
 * @param entries what to fetch of it
 * @throws Unfinished where it does not come to that; what was fetched stays
 */
export async function fill(copy: GuideCopy, list: FileList, entries: readonly Listed[], how: Fetching): Promise<void> {
  await stored(copy.saw(list));
  // two paths of one content are fetched once
  const queue = [...new Map((await missingOf(copy, entries)).map((entry) => [entry[2], entry])).values()];
  const of = bytesOf(entries);
  let done = of - bytesOf(queue);
  how.told(done, of);
  const work = async (): Promise<void> => {
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      if (how.signal.aborted) throw new Unfinished('stopped');
      await fetchOne(copy, entry, how);
      done += entry[1];
      how.told(done, of);
    }
  };
  const works = Array.from({ length: AT_ONCE }, work);
  try {
    await Promise.all(works);
  } finally {
    // after one has failed the others end with what they fetch now
    queue.length = 0;
    await Promise.allSettled(works);
  }
}
