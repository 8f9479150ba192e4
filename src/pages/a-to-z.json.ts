import type { APIRoute } from 'astro';
import { aToZ } from '~/guide/a-to-z.ts';
import { loadGuide } from '~/guide/index.ts';

/** The lines of the A to Z: of these the page for lost addresses names the nearest. */
export const GET: APIRoute = () => Response.json(aToZ(loadGuide()));
