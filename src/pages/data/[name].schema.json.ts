import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { checkJsonSchema } from '~/exports/check-schema.ts';
import { guideJsonSchema } from '~/exports/guide-schema.ts';
import { recordJsonSchema } from '~/exports/record-schema.ts';

/** What stands in guide.json, and in the files that the decision record and the self-check save. */
const SCHEMAS = { guide: guideJsonSchema, 'decision-record': recordJsonSchema, 'self-check': checkJsonSchema };

export const getStaticPaths = () => Object.entries(SCHEMAS).map(([name, schemaAt]) => ({ params: { name }, props: { schemaAt } }));

export const GET: APIRoute<{ schemaAt: (address?: string) => Record<string, unknown> }> = ({ site, params, props }) =>
  new Response(`${JSON.stringify(props.schemaAt(site && addressesAt(site).fileFor(`/data/${params.name}.schema.json`)), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
