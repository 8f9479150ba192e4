import type { APIRoute } from 'astro';
import { CHARTS } from '~/charts/charts.ts';
import { figureDetails } from '~/exports/figure-files.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Figure } from '~/guide/types.ts';
import type { FigureId } from '~/schemas/kinds.ts';

export const getStaticPaths = () =>
  loadGuide()
    .figures.filter(({ id }) => CHARTS[id as FigureId].detail)
    .map((figure) => ({ params: { id: figure.id }, props: { figure } }));

/** What opens for each mark of a figure, for the page's own script. */
export const GET: APIRoute<{ figure: Figure }> = ({ props }) =>
  new Response(JSON.stringify(figureDetails(loadGuide(), props.figure)), { headers: { 'Content-Type': 'application/json' } });
