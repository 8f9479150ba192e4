import type { APIRoute } from 'astro';
import { addressesAt } from '~/exports/addresses.ts';
import { sheetMarkdown } from '~/exports/markdown/entry.ts';
import { sheetDocx } from '~/exports/sheet-docx.ts';
import { loadGuide } from '~/guide/index.ts';
import { filesOfSheet, type Sheet } from '~/guide/sheets.ts';
import { contentTypeOf } from '~/lib/media-types.ts';

type Props = { entry: Sheet; file: ReturnType<typeof filesOfSheet>[number] };
export const getStaticPaths = () =>
  loadGuide().documents.flatMap((entry) =>
    filesOfSheet(entry).map((file) => ({ params: { id: entry.id, file: file.name }, props: { entry, file } })),
  );

/** A sheet as a Word file or as Markdown, empty or filled in. */
export const GET: APIRoute<Props> = async ({ props: { entry, file }, site }) => {
  const guide = loadGuide();
  const addresses = addressesAt(site);
  const body =
    file.type === 'md'
      ? sheetMarkdown(guide, entry, file.isFilledIn, addresses)
      : new Uint8Array(await sheetDocx(guide, entry, file.isFilledIn, addresses.addressFor));
  return new Response(body, { headers: { 'Content-Type': contentTypeOf(file.name) } });
};
