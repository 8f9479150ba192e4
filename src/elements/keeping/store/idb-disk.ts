import { type IDBPObjectStore, openDB } from 'idb';
import type { Disk } from './disk.ts';
import type { WhileShown } from './while-shown.ts';

const TEXTS = 'texts';

type Texts<Mode extends IDBTransactionMode> = IDBPObjectStore<unknown, [typeof TEXTS], typeof TEXTS, Mode>;

/**
 * A store in IndexedDB. It is opened for each step and closed after it: a page that holds none open can be kept for Back. A
 * step whose page is left is taken back, and done when the page is shown again: WebKit may keep it open otherwise, and then
 * nobody gets at the store until the browser is closed. To commit it instead is of no use there: it was tried.
 *
 * @param shown the page, as far as it is shown
 */
export function idbDisk(name: string, shown: WhileShown): Disk {
  const transact = <Mode extends 'readonly' | 'readwrite', R>(mode: Mode, use: (texts: Texts<Mode>) => Promise<R>): Promise<R> =>
    shown.run(async (left) => {
      const database = await openDB(name, 1, { upgrade: (made) => void made.createObjectStore(TEXTS) });
      let stop: (() => void) | undefined;
      try {
        // strict: it is done when the system has written it, not when the browser has taken it
        const step = database.transaction(TEXTS, mode, { durability: 'strict' });
        stop = () => {
          try {
            step.abort();
          } catch {
            // it is being written already
          }
          database.close();
        };
        left.addEventListener('abort', stop);
        if (left.aborted) stop();
        const [result] = await Promise.all([use(step.store), step.done]);
        return result;
      } finally {
        if (stop) left.removeEventListener('abort', stop);
        database.close();
      }
    });
  return {
    all: () =>
      transact('readonly', async (texts) => {
        const [ids, all] = await Promise.all([texts.getAllKeys(), texts.getAll()]);
        return new Map(ids.map((id, i) => [String(id), String(all[i])]));
      }),
    change: (id, next) =>
      transact('readwrite', async (texts) => {
        const there: string | undefined = await texts.get(id);
        const text = next(there);
        if (text === undefined) await texts.delete(id);
        else if (text !== there) await texts.put(text, id);
      }),
  };
}
