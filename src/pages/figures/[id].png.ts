import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { figureSvg } from '~/exports/figure-files.ts';
import { addressesAt } from '~/exports/guide-json.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Figure } from '~/guide/types.ts';
import marks from '~/styles/marks.css?raw';
import tokens from '~/styles/tokens.css?raw';

export const getStaticPaths = () => loadGuide().figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));

/** Twice the 72 at which librsvg draws a user unit as one pixel. */
const DENSITY = 144;

/** A figure as a picture for slides, two pixels to the unit; a low drawing has its title at the side. */
export const GET: APIRoute<{ figure: Figure }> = async ({ props, site }) => {
  const svg = figureSvg(loadGuide(), props.figure, addressesAt(site).addressFor, { marks, tokens }, true);
  const png = await sharp(Buffer.from(svg), { density: DENSITY }).png({ compressionLevel: 9, palette: true }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
