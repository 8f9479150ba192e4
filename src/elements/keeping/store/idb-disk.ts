import { type IDBPDatabase, openDB } from 'idb';
import type { Disk } from './disk.ts';

const TEXTS = 'texts';

/** A store in IndexedDB. It is opened for each step and closed after it: a page that holds none open can be kept for Back. */
export function idbDisk(name: string): Disk {
  const opened = async <R>(use: (database: IDBPDatabase) => Promise<R>): Promise<R> => {
    const database = await openDB(name, 1, { upgrade: (made) => void made.createObjectStore(TEXTS) });
    try {
      return await use(database);
    } finally {
      database.close();
    }
  };
  return {
    all: () =>
      opened(async (database) => {
        const { store } = database.transaction(TEXTS);
        const [ids, texts] = await Promise.all([store.getAllKeys(), store.getAll()]);
        return new Map(ids.map((id, i) => [String(id), String(texts[i])]));
      }),
    change: (id, next) =>
      opened(async (database) => {
        // strict: it is done when the system has written it, not when the browser has taken it
        const step = database.transaction(TEXTS, 'readwrite', { durability: 'strict' });
        const change = async (): Promise<void> => {
          const there: string | undefined = await step.store.get(id);
          const text = next(there);
          if (text === undefined) await step.store.delete(id);
          else if (text !== there) await step.store.put(text, id);
        };
        await Promise.all([change(), step.done]);
      }),
  };
}
