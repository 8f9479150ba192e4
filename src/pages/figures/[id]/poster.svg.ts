import type { APIRoute, GetStaticPaths } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { POSTERS, posterSvg } from '~/exports/poster.ts';
import { entryIn } from '~/guide/entries.ts';
import { loadGuide } from '~/guide/index.ts';
import marks from '~/styles/marks.css?raw';
import tokens from '~/styles/tokens.css?raw';

export const getStaticPaths: GetStaticPaths = () =>
  loadGuide()
    .figures.filter(({ id }) => POSTERS.includes(id))
    .map(({ id }) => ({ params: { id } }));

export const GET: APIRoute = ({ params, site }) => {
  const guide = loadGuide();
  const figure = entryIn(guide, 'figures', params.id ?? '');
  return new Response(posterSvg(guide, figure, addressesAt(site).addressFor, { marks, tokens }), { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
};
