import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { entryMarkdown, twinned, twinPath, twinsAt } from '~/exports/markdown/entry.ts';
import { loadGuide } from '~/guide/index.ts';
import type { Entry } from '~/guide/types.ts';

export const getStaticPaths = () =>
  twinned(loadGuide()).map((entry) => ({ params: { twin: twinPath(entry.ref).slice(1, -'.md'.length) }, props: { entry } }));

/** The twin of a page as Markdown. */
export const GET: APIRoute<{ entry: Entry }> = ({ props, site }) => {
  const addresses = addressesAt(site);
  const text = entryMarkdown(loadGuide(), props.entry, addresses, twinsAt(loadGuide(), addresses));
  return new Response(text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
