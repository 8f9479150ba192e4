import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { csvFile, moneyCsv } from '~/exports/csv.ts';
import { loadGuide } from '~/guide/index.ts';

/** All ways of paying as CSV. */
export const GET: APIRoute = ({ site }) => csvFile(moneyCsv(loadGuide(), addressesAt(site).addressFor));
