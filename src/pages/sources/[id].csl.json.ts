import type { APIRoute } from 'astro';
import { cslText } from '~/exports/csl.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Source } from '~/guide/types.ts';

export const getStaticPaths = () => loadGuide().sources.map((entry) => ({ params: { id: entry.id }, props: { entry } }));

/** One source as CSL-JSON. */
export const GET: APIRoute<{ entry: Source }> = ({ props }) =>
  new Response(cslText([props.entry]), { headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json; charset=utf-8' } });
