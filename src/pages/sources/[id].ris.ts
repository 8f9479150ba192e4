import type { APIRoute } from 'astro';
import { risText } from '~/exports/ris.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Source } from '~/guide/types.ts';

export const getStaticPaths = () => loadGuide().sources.map((entry) => ({ params: { id: entry.id }, props: { entry } }));

/** One source as RIS. */
export const GET: APIRoute<{ entry: Source }> = ({ props }) =>
  new Response(risText([props.entry]), { headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' } });
