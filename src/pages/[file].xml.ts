import type { APIRoute } from 'astro';
import { feedXml } from '~/exports/feed.ts';
import { openSearchXml } from '~/exports/open-search.ts';
import { sitemapXml } from '~/exports/sitemap.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Guide } from '~/guide/types.ts';

/** Files in which every address must be whole. */
const FILES: Readonly<Record<string, (guide: Guide, site: URL) => string>> = {
  sitemap: sitemapXml,
  changes: feedXml,
  opensearch: openSearchXml,
};

/** None is written where the site's address is not known. */
export const getStaticPaths = () => (import.meta.env.SITE ? Object.keys(FILES) : []).map((file) => ({ params: { file } }));

export const GET: APIRoute = ({ params: { file = '' }, site }) => {
  const make = FILES[file];
  if (!make || !site) throw new Error(`There is no ${file}.xml without the site's address.`);
  return new Response(make(loadGuide(), site), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
