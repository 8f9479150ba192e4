import type { APIRoute } from 'astro';
import { searchNames } from '~/exports/search-names.ts';
import { loadGuide } from '~/guide/index.ts';
import { href } from '~/lib/urls.ts';

/** What the search page loads beside the full-text index. */
export const GET: APIRoute = () => {
  const { names, ...rest } = searchNames(loadGuide());
  return Response.json({ names: names.map((name) => ({ ...name, address: href(name.address) })), ...rest });
};
