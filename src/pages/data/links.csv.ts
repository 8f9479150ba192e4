import type { APIRoute } from 'astro';
import { csvFile, linksCsv } from '~/exports/csv.ts';
import { loadGuide } from '~/guide/index.ts';

/** All pairs as CSV. */
export const GET: APIRoute = () => csvFile(linksCsv(loadGuide()));
