import type { APIRoute } from 'astro';
import { keptEpub } from '~/exports/epub/epub.ts';
import { loadGuide } from '~/guide/index.ts';
import marks from '~/styles/marks.css?raw';
import tokens from '~/styles/tokens.css?raw';

/** The whole guide as a book. */
export const GET: APIRoute = async ({ site }) =>
  new Response(await keptEpub(loadGuide(), site, { marks, tokens }), { headers: { 'Content-Type': 'application/epub+zip' } });
