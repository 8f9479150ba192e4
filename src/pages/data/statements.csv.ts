import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { statementsCsv } from '~/exports/csv.ts';
import { loadGuide } from '~/guide/index.ts';

/** All statements as CSV. */
export const GET: APIRoute = ({ site }) =>
  new Response(statementsCsv(loadGuide(), addressesAt(site).addressFor), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
