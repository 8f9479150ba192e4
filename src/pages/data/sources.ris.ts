import type { APIRoute } from 'astro';
import { risText } from '~/exports/ris.ts';
import { loadGuide } from '~/guide/index.ts';

/** All sources as RIS. */
export const GET: APIRoute = () =>
  new Response(risText(loadGuide().sources), { headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' } });
