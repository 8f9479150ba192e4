import type { APIRoute } from 'astro';
import { dataText } from '~/exports/data-texts.ts';
import { loadGuide } from '~/guide/index.ts';

export const getStaticPaths = () => ['llms', 'llms-full'].map((text) => ({ params: { text } }));

/** What the guide is and how to quote it, for programs that read: with the list of its pages, and with all of them. */
export const GET: APIRoute = ({ params: { text }, site }) =>
  new Response(dataText(loadGuide(), `${text}.txt`, site), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
