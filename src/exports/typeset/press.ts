import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Guide } from '../../guide/types.ts';
import { PlainError } from '../../lib/plain-error.ts';
import { isWanted } from '../../lib/wanted.ts';
import { packed } from './packed.ts';
import { GUIDE_PDF } from './paths.ts';
import { unwrapped } from './woff.ts';

/** The folder of the templates, from the project's root. */
const FOLDER = 'src/exports/typeset';

/** The faces of the guide that the templates use, as the packages of the typefaces name their files. */
const [FAMILIES, SIGNS, FACES] = [
  ['source-serif-4', 'source-sans-3'],
  ['latin', 'latin-ext'],
  ['400-normal', '400-italic', '600-normal', '700-normal'],
] as const;

const fonts = (): Buffer[] =>
  FAMILIES.flatMap((family) =>
    SIGNS.flatMap((signs) =>
      FACES.map((face) => Buffer.from(unwrapped(readFileSync(`node_modules/@fontsource/${family}/files/${family}-${signs}-${face}.woff`)))),
    ),
  );

/** The package of the program that sets pages. Its binary is there for most machines, and not for all. */
const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';

let found: { typst: typeof import('@myriaddreamin/typst-ts-node-compiler') | undefined } | undefined;

const wantsPdfs = (): boolean => isWanted('PDF', process.env);

/** The package; undefined where it has no program for this machine, or nobody wants PDFs. */
function typstHere() {
  found ??= { typst: wantsPdfs() ? loaded() : undefined };
  return found.typst;
}

function loaded() {
  try {
    // by name and from the project's root, so that a bundle of the build finds its binary
    return createRequire(resolve('package.json'))(PACKAGE);
  } catch {
    return undefined;
  }
}

/** Whether this build makes PDFs. @throws PlainError where `PDF` is neither yes nor no */
export const hasPdfs = (): boolean => typstHere() !== undefined;

/** Why a build makes no PDFs, in a line for whoever builds; undefined where it makes them. @throws PlainError as `hasPdfs` */
export const noPdfWords = (): string | undefined =>
  hasPdfs()
    ? undefined
    : `${wantsPdfs() ? `${PACKAGE} has no program for this machine` : 'PDF is "no"'}: no PDFs are made, and no page links to one`;

/** A book of so many entries has about 1,100 pages, and takes 4 GB of memory to set. */
const MOST_ENTRIES = 2_000;

/** Whether this build makes the whole guide as a book in PDF. @throws PlainError as `hasPdfs` */
export const hasBook = ({ entries }: Pick<Guide, 'entries'>): boolean => hasPdfs() && entries.size <= MOST_ENTRIES;

/** Why a build makes no book, in a line for whoever builds; undefined where it makes one, or no PDFs at all. @throws PlainError as `hasPdfs` */
export const noBookWords = (guide: Pick<Guide, 'entries'>): string | undefined =>
  hasPdfs() && !hasBook(guide)
    ? `the guide has ${guide.entries.size} entries, and a book holds at most ${MOST_ENTRIES}: ${GUIDE_PDF} is not made, and no page links to it`
    : undefined;

let compiler: NodeCompiler | undefined;

/** The program with our faces, started when a first PDF is asked for. */
function started(): NodeCompiler {
  const typst = typstHere();
  if (!typst) throw new PlainError('This build makes no PDFs.');
  compiler ??= typst.NodeCompiler.create({ workspace: resolve(FOLDER), fontArgs: [{ fontBlobs: fonts() }] });
  return compiler;
}

/** A template of this folder: a book, or a sheet of a few pages. */
export type Template = 'book' | 'sheet';

/**
 * Sets a PDF that follows PDF/UA-1, the rules for documents that everyone can read. Its data is a value and never a part of the
 * program that sets it: no text can become a command. The same data gives the same bytes.
 *
 * @param data what the template reads
 * @param most how many pages it should have: it is set in smaller type, down to a limit, until it does. One that does not fit even
 *   then has the size of a book, and more pages
 * @param name of the file, for messages
 * @throws PlainError where this build makes no PDFs, or the program refuses the text
 */
export function typeset(template: Template, data: object, most = Number.POSITIVE_INFINITY, name = ''): Uint8Array {
  const typst = started();
  const set = (scale: number) => {
    const result = typst.compile({
      mainFilePath: resolve(FOLDER, `${template}.typ`),
      inputs: { data: JSON.stringify({ ...data, scale }) },
    });
    const error = result.takeError();
    if (error || !result.result)
      throw new PlainError(`${name} cannot be set: ${JSON.stringify(error?.shortDiagnostics ?? 'no reason told')}`);
    return result.result;
  };
  const fits = (scale: number) => {
    const pages = set(scale);
    return pages.numOfPages <= most ? [pages] : [];
  };
  let found = fits(1);
  for (const scale of SMALLER) if (found.length === 0) found = fits(scale);
  const pdf = typst.pdf(found[0] ?? set(1), { pdfStandard: 'ua-1' });
  // what one text was set from helps no other
  typst.evictCache(0);
  return packed(pdf);
}

/** Sizes of type, as parts of that of a book. */
const SMALLER = [0.96, 0.92, 0.88, 0.84, 0.8] as const;
