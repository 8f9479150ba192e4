import type { APIRoute } from 'astro';
import { webManifest } from '~/exports/web-manifest.ts';
import { loadGuide } from '~/guide/index.ts';

/** What devices call the guide; see `webManifest`. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(webManifest(loadGuide())), { headers: { 'Content-Type': 'application/manifest+json' } });
