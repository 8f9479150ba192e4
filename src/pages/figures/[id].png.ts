import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { figurePicture } from '~/exports/figure-picture.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Figure } from '~/guide/types.ts';
import marks from '~/styles/marks.css?raw';
import tokens from '~/styles/tokens.css?raw';

export const getStaticPaths = () => loadGuide().figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));

/** A figure as a picture for slides. */
export const GET: APIRoute<{ figure: Figure }> = async ({ props, site }) => {
  const { png } = await figurePicture(loadGuide(), props.figure, addressesAt(site).addressFor, { marks, tokens });
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
