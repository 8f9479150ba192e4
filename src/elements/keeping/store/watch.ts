import type { Shelf } from './shelf.ts';

/**
 * Calls back when another tab changed or removed an id, or cleared everything (the key of the event is null then). Session
 * storage tells by the same event, so one that names another storage does not count.
 *
 * @returns a function that ends it
 */
export function onOtherTab<T>(target: EventTarget, shelf: Shelf<T>, id: string, callback: () => void): () => void {
  const heard = (event: Event): void => {
    const { key, storageArea } = event as StorageEvent;
    if ((key === null || key === shelf.keyOf(id)) && isOf(shelf, storageArea)) callback();
  };
  target.addEventListener('storage', heard);
  return () => target.removeEventListener('storage', heard);
}

function isOf<T>(shelf: Shelf<T>, area: Storage | null | undefined): boolean {
  try {
    return !area || area === shelf.storage;
  } catch {
    return false;
  }
}
