import type { APIRoute } from 'astro';
import { linksCsv } from '~/exports/csv.ts';
import { loadGuide } from '~/guide/index.ts';

/** All pairs as CSV. */
export const GET: APIRoute = () =>
  new Response(linksCsv(loadGuide()), { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' } });
