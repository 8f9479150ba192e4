import type { APIRoute } from 'astro';
import { bibtexText } from '~/exports/bibtex.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Source } from '~/guide/types.ts';

export const getStaticPaths = () => loadGuide().sources.map((entry) => ({ params: { id: entry.id }, props: { entry } }));

/** One source as BibTeX. */
export const GET: APIRoute<{ entry: Source }> = ({ props }) =>
  new Response(bibtexText([props.entry]), { headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' } });
