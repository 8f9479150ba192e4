import { type CollectionEntry, type CollectionKey, getEntry, render } from 'astro:content';
import { checkedGuide } from './check.ts';
import { handedOver, type Stamped } from './hand-over.ts';
import { contentFolder, stamp } from './read/files.ts';
import type { Entry, Guide } from './types.ts';

let cached: Stamped | undefined;

/**
 * The guide: loaded, checked and frozen. Read once in a build, by the check before it; in development again whenever a
 * content file has changed, so that a mended file shows at once.
 *
 * @throws ContentError with all problems of the content
 */
export function loadGuide(): Guide {
  const now = import.meta.env.DEV || !cached ? stamp(contentFolder()) : cached.stamp;
  if (cached?.stamp !== now) {
    const checked = handedOver();
    cached = checked?.stamp === now ? checked : { stamp: now, guide: checkedGuide() };
  }
  return cached.guide;
}

/** The body of an entry as a component. */
export async function bodyOf(entry: Extract<Entry, { kind: CollectionKey }>) {
  const found = await getEntry(entry.kind, entry.id);
  if (!found) throw new Error(`${entry.file} is checked but not in the collection "${entry.kind}".`);
  return (await render(found as CollectionEntry<'pages'>)).Content;
}
