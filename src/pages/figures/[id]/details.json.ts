import type { APIRoute } from 'astro';
import { chartFor } from '~/charts/charts.ts';
import { figureDetails } from '~/exports/figure-files.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Figure } from '~/guide/types.ts';

export const getStaticPaths = () =>
  loadGuide()
    .figures.filter((figure) => chartFor(figure).detail)
    .map((figure) => ({ params: { id: figure.id }, props: { figure } }));

/** What opens for each mark of a figure, for the page's own script. */
export const GET: APIRoute<{ figure: Figure }> = ({ props }) =>
  new Response(JSON.stringify(figureDetails(loadGuide(), props.figure)), { headers: { 'Content-Type': 'application/json' } });
