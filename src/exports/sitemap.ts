import { dayOf, hasPage, usedKinds } from '../guide/entries.ts';
import type { Guide } from '../guide/types.ts';
import { addressesAt } from './addresses.ts';
import { documentOf, el } from './xml.ts';

/** `sitemap.xml`: every page with the day it was last reviewed. */
export function sitemapXml(guide: Guide, site: URL): string {
  const { addressFor } = addressesAt(site);
  const pages = [
    ...[...guide.entries.values()].filter(hasPage).map((entry) => ({ address: addressFor(entry.ref), reviewed: dayOf(entry) })),
    ...usedKinds(guide).map((kind) => ({ address: addressFor(kind), reviewed: undefined })),
  ].sort((a, b) => (a.address < b.address ? -1 : 1));
  return documentOf(
    el(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      ...pages.map(({ address, reviewed }) => el('url', {}, el('loc', {}, address), reviewed !== undefined && el('lastmod', {}, reviewed))),
    ),
  );
}
