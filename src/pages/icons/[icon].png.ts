import type { APIRoute } from 'astro';
import { ICONS, icon } from '~/exports/web-manifest.ts';

/** The mark as a picture; see `ICONS`. */
export const getStaticPaths = () => ICONS.map((props) => ({ params: { icon: props.name }, props }));
export const GET: APIRoute<(typeof ICONS)[number]> = async ({ props }) =>
  new Response(await icon(props), { headers: { 'Content-Type': 'image/png' } });
