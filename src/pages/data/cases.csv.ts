import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { casesCsv } from '~/exports/csv.ts';
import { loadGuide } from '~/guide/index.ts';

/** Every fact of every case as CSV. */
export const GET: APIRoute = ({ site }) =>
  new Response(casesCsv(loadGuide(), addressesAt(site).addressFor), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
