import type { APIRoute } from 'astro';
import { loadGuide } from '~/guide/index.ts';
import { lensPages } from '~/guide/lens.ts';
import { link } from '~/lib/urls.ts';

/** Addresses of all pages with the lens: links to them keep it while it is on. */
export const GET: APIRoute = () => Response.json(lensPages(loadGuide()).map((ref) => link(ref)));
