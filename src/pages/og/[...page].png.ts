import type { APIRoute, GetStaticPaths } from 'astro';
import { type Picture, pagePicture, picturesOf } from '~/exports/page-picture.ts';
import { loadGuide } from '~/guide/index.ts';

// a picture is named by its whole address; where that is not known nothing names it
export const getStaticPaths: GetStaticPaths = () =>
  import.meta.env.SITE ? picturesOf(loadGuide()).map(({ page, picture }) => ({ params: { page }, props: picture })) : [];

export const GET: APIRoute<Picture> = async ({ props }) =>
  new Response(await pagePicture(props), { headers: { 'Content-Type': 'image/png' } });
