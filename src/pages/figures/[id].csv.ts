import type { APIRoute } from 'astro';
import { figureCsv } from '~/exports/figure-files.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Figure } from '~/guide/types.ts';

export const getStaticPaths = () => loadGuide().figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));

/** The rows of a figure. */
export const GET: APIRoute<{ figure: Figure }> = ({ props }) =>
  new Response(figureCsv(loadGuide(), props.figure), { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' } });
