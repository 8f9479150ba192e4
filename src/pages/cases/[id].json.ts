import type { APIRoute } from 'astro';
import { caseSheet } from '~/exports/case-sheet.ts';
import type { Case } from '~/guide/cases.ts';
import { loadGuide } from '~/guide/index.ts';

export const getStaticPaths = () => loadGuide().cases.map((entry) => ({ params: { id: entry.id }, props: { entry } }));

/** What the page that compares cases shows of one. */
export const GET: APIRoute<{ entry: Case }> = ({ props: { entry } }) => Response.json(caseSheet(loadGuide(), entry));
