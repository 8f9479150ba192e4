import type { APIRoute } from 'astro';
import { csvFile } from '~/exports/csv.ts';
import { figureCsv } from '~/exports/figure-files.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Figure } from '~/guide/types.ts';

export const getStaticPaths = () => loadGuide().figures.map((figure) => ({ params: { id: figure.id }, props: { figure } }));

/** The rows of a figure. */
export const GET: APIRoute<{ figure: Figure }> = ({ props }) => csvFile(figureCsv(loadGuide(), props.figure));
