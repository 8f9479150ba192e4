import type { APIRoute } from 'astro';
import { bibtexText } from '~/exports/bibtex.ts';
import { loadGuide } from '~/guide/index.ts';

/** All sources as BibTeX. */
export const GET: APIRoute = () =>
  new Response(bibtexText(loadGuide().sources), { headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' } });
