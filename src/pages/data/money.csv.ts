import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { moneyCsv } from '~/exports/csv.ts';
import { loadGuide } from '~/guide/index.ts';

/** All ways of paying as CSV. */
export const GET: APIRoute = ({ site }) =>
  new Response(moneyCsv(loadGuide(), addressesAt(site).addressFor), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
