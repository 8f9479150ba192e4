import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { guideJson } from '~/exports/guide-json.ts';
import { loadGuide } from '~/guide/index.ts';

/** The whole guide as data. */
export const GET: APIRoute = ({ site }) =>
  new Response(`${JSON.stringify(guideJson(loadGuide(), addressesAt(site).addressFor), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
