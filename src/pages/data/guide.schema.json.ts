import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { guideJsonSchema } from '~/exports/guide-schema.ts';

/** What stands in guide.json. */
export const GET: APIRoute = ({ site }) =>
  new Response(`${JSON.stringify(guideJsonSchema(site && addressesAt(site).fileFor('/data/guide.schema.json')), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
