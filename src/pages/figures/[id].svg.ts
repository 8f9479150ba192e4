import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { figureSvg } from '~/exports/figure-files.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Figure } from '~/guide/types.ts';
import marks from '~/styles/marks.css?raw';
import tokens from '~/styles/tokens.css?raw';

export const getStaticPaths = () => loadGuide().figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));

/** A figure as a picture that can be scaled and edited. */
export const GET: APIRoute<{ figure: Figure }> = ({ props, site }) =>
  new Response(figureSvg(loadGuide(), props.figure, addressesAt(site).addressFor, { marks, tokens }), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
