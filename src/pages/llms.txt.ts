import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { llmsText } from '~/exports/markdown/llms-text.ts';
import { loadGuide } from '~/guide/index.ts';

/** What the guide is and how to quote it, for programs that read. */
export const GET: APIRoute = ({ site }) =>
  new Response(llmsText(loadGuide(), addressesAt(site)), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
