import type { APIRoute } from 'astro';
import { dayOf, hasPage, usedKinds } from '~/guide/entries.ts';
import { loadGuide } from '~/guide/index.ts';
import { addressOf, href } from '~/lib/urls.ts';

/** Every page with the day it was last reviewed. Empty where the site's address is not known: a sitemap needs whole addresses. */
export const GET: APIRoute = ({ site }) => {
  const guide = loadGuide();
  const pages = [
    ...[...guide.entries.values()].filter(hasPage).map((entry) => ({
      address: addressOf(entry.ref),
      reviewed: dayOf(entry),
    })),
    ...usedKinds(guide).map((kind) => ({
      address: addressOf(kind),
      reviewed: undefined,
    })),
  ].sort((a, b) => (a.address < b.address ? -1 : 1));
  const urls = site
    ? pages.map(
        ({ address, reviewed }) =>
          `<url><loc>${new URL(href(address), site).href}</loc>${reviewed ? `<lastmod>${reviewed}</lastmod>` : ''}</url>`,
      )
    : [];
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml' } },
  );
};
