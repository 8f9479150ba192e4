import { vi } from 'vitest';
import type { FileList, Listed, Part } from '../../../../src/documents/guide-copy/list.ts';
import { nameOf } from '../../../../src/documents/guide-copy/list.ts';
import { GuideCopy } from '../../../../src/elements/guide-copy/copy.ts';

export const SCOPE = 'https://guide.example/a/';

/** The caches of a browser, in memory: what is written and read can fail, as on a full disk and where storage is blocked. */
export class FakeCaches {
  /** `put`: there is no room; `has` and `match`: nothing is given */
  fails: 'put' | 'has' | 'match' | undefined;
  readonly #caches = new Map<string, Map<string, Response>>();

  #tries(act: 'put' | 'has' | 'match'): void {
    if (act === this.fails) throw new DOMException(act, act === 'put' ? 'QuotaExceededError' : 'SecurityError');
  }

  async has(name: string): Promise<boolean> {
    this.#tries('has');
    return this.#caches.has(name);
  }
  async match(key: string, { cacheName }: { cacheName: string }): Promise<Response | undefined> {
    this.#tries('match');
    return this.#caches.get(cacheName)?.get(key)?.clone();
  }
  keys = async (): Promise<string[]> => [...this.#caches.keys()];
  delete = async (name: string): Promise<boolean> => this.#caches.delete(name);
  async open(name: string): Promise<object> {
    const kept = this.#caches.get(name) ?? new Map<string, Response>();
    this.#caches.set(name, kept);
    return {
      put: async (key: string, response: Response) => {
        this.#tries('put');
        kept.set(key, response);
      },
      delete: async (key: string) => kept.delete(key),
      keys: async () => [...kept.keys()].map((url) => ({ url })),
    };
  }
}

/** The list of a build that is made of some texts by path. */
export async function listOf(build: string, parts: Record<Part, Record<string, string>>): Promise<FileList> {
  const listed = async (part: Part): Promise<Listed[]> =>
    Promise.all(
      Object.entries(parts[part]).map(async ([path, text]) => {
        const bytes = new TextEncoder().encode(text);
        return [path, bytes.length, await nameOf(bytes)] as const;
      }),
    );
  return { build, day: '2026-11-30', guide: await listed('guide'), files: await listed('files') };
}

/** A browser with an empty copy in it. */
export async function emptyCopy(): Promise<{ caches: FakeCaches; copy: GuideCopy }> {
  // what another file put in place of the browser may still stand there
  vi.unstubAllGlobals();
  const caches = new FakeCaches();
  vi.stubGlobal('caches', caches);
  const copy = new GuideCopy(SCOPE);
  await copy.begin();
  return { caches, copy };
}

/** Keeps the files of a list that are among some texts. */
export async function keepTexts(copy: GuideCopy, list: FileList, texts: Record<string, string>): Promise<void> {
  for (const [path, , name] of [...list.guide, ...list.files])
    if (path in texts) await copy.put(name, new TextEncoder().encode(texts[path]), path.endsWith('.html') ? 'text/html' : 'text/plain');
}
