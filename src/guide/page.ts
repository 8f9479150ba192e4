import { PlainError } from '../lib/plain-error.ts';
import type { Entry, Guide, Page } from './types.ts';

/**
 * The entry of `content/pages` behind a route.
 *
 * @throws PlainError where the file is missing; the route cannot be shown without it
 */
export function pageEntry(guide: Guide, id: string): Page {
  const entry = guide.pages.find((page) => page.id === id);
  if (!entry) throw new PlainError(`content/pages/${id}.mdx is missing; the page /${id === 'home' ? '' : `${id}/`} needs it.`);
  return entry;
}

/** The entry with a page at an address inside the site, such as `/teach/50-minutes/`; see `addressOf`. */
export function entryAt({ entries }: Guide, address: string): Entry | undefined {
  const path = address.replace(/^\/|\/$/g, '') || 'home';
  return entries.get(path) ?? entries.get(`pages/${path}`) ?? entries.get(path.replace(/^teach\//, 'lessons/'));
}
