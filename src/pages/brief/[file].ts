import type { APIRoute } from 'astro';
import { briefSlide } from '~/exports/brief-slide.ts';
import { BRIEF_FILES, type BriefFile, briefFile } from '~/exports/brief-slide-files.ts';
import { loadGuide } from '~/guide/index.ts';
import { contentTypeOf } from '~/lib/media-types.ts';

export const getStaticPaths = () =>
  briefSlide(loadGuide()) ? BRIEF_FILES.map(({ name }) => ({ params: { file: name }, props: { name } })) : [];

/** The slide of the brief, for PowerPoint or as a picture. */
export const GET: APIRoute<{ name: BriefFile }> = async ({ props: { name }, site }) =>
  new Response(await briefFile(loadGuide(), name, site), { headers: { 'Content-Type': contentTypeOf(name) } });
