import type { APIRoute } from 'astro';
import { DATA_FILES, DATA_ZIP } from '~/exports/data-files.ts';
import { dataText, keptDataZip } from '~/exports/data-texts.ts';
import { loadGuide } from '~/guide/index.ts';
import { contentTypeOf } from '~/lib/media-types.ts';

export const getStaticPaths = () =>
  [...DATA_FILES.filter(({ path }) => path.startsWith('/data/')), DATA_ZIP].map(({ name }) => ({ params: { file: name } }));

/** The files of the guide's data, and all of them in one. */
export const GET: APIRoute = async ({ params: { file = '' }, site }) => {
  const body = file === DATA_ZIP.name ? await keptDataZip(loadGuide(), site) : dataText(loadGuide(), file, site);
  return new Response(body, { headers: { 'Content-Type': contentTypeOf(file) } });
};
