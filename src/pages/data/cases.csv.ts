import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { casesCsv, csvFile } from '~/exports/csv.ts';
import { loadGuide } from '~/guide/index.ts';

/** Every fact of every case as CSV. */
export const GET: APIRoute = ({ site }) => csvFile(casesCsv(loadGuide(), addressesAt(site).addressFor));
