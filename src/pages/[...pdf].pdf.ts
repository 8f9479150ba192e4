import type { APIRoute } from 'astro';
import { type PdfFile, pdfFiles, pdfOf } from '~/exports/typeset/pdf-files.ts';
import { hasPdfs } from '~/exports/typeset/press.ts';
import { loadGuide } from '~/guide/index.ts';
import { contentTypeOf } from '~/lib/media-types.ts';
import marks from '~/styles/marks.css?raw';
import tokens from '~/styles/tokens.css?raw';

export const getStaticPaths = () =>
  hasPdfs() ? pdfFiles(loadGuide()).map((file) => ({ params: { pdf: file.path.slice(1, -'.pdf'.length) }, props: { file } })) : [];

/** A PDF: the whole guide, the brief, a finding, a handout or a document. */
export const GET: APIRoute<{ file: PdfFile }> = async ({ props: { file }, site }) =>
  new Response(await pdfOf(loadGuide(), file, site, { marks, tokens }), { headers: { 'Content-Type': contentTypeOf(file.path) } });
