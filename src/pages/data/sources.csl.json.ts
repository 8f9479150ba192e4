import type { APIRoute } from 'astro';
import { cslText } from '~/exports/csl.ts';
import { loadGuide } from '~/guide/index.ts';

/** All sources as CSL-JSON. */
export const GET: APIRoute = () =>
  new Response(cslText(loadGuide().sources), { headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json; charset=utf-8' } });
