import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { csvFile, statementsCsv } from '~/exports/csv.ts';
import { loadGuide } from '~/guide/index.ts';

/** All statements as CSV. */
export const GET: APIRoute = ({ site }) => csvFile(statementsCsv(loadGuide(), addressesAt(site).addressFor));
