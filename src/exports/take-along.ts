import { fileSizeWords } from '../documents/guide-copy/words.ts';
import type { Guide } from '../guide/types.ts';
import { DATA_FILES } from './data-files.ts';
import { EPUB_PATH } from './epub/epub.ts';
import { GUIDE_PDF } from './typeset/paths.ts';
import { hasBook } from './typeset/press.ts';
import { WHOLE_PATH } from './whole-page.ts';

/** One way in which the whole guide can be taken along. */
export interface Way {
  /** the end of the fragment under which it stands: `book` is #as-book */
  id: string;
  name: string;
  /** what it is for, and what of the guide is in it */
  what: string;
  files: readonly {
    label: string;
    /** its path inside the site */
    path: string;
    /** how large it is, where that is known when the page is made; of a page, what a server that compresses sends of it */
    bytes?: number;
    /** a page, which opens in place */
    opens?: boolean;
  }[];
}

/**
 * All ways, in the order in which they are listed. Whoever adds a form of the whole guide adds it here; its size comes from the page.
 *
 * @param sizes bytes of files by path
 */
export const waysOf = (guide: Guide, sizes: ReadonlyMap<string, number>): Way[] => {
  const file = (path: string, label: string) => ({ path, label, ...(sizes.has(path) && { bytes: sizes.get(path) as number }) });
  return [
    ...(hasBook(guide)
      ? [
          {
            id: 'paper',
            name: 'On paper',
            what: 'A typeset book for A4 and Letter: what each statement rests on stands in the margin, and contents, cross-references and an index have page numbers (PDF, tagged for everyone). It leaves out what works on a screen alone, and says so at its end.',
            files: [file(GUIDE_PDF, 'The whole guide as PDF')],
          },
        ]
      : []),
    {
      id: 'book',
      name: 'As a book',
      what: 'For a tablet, a phone or an e-reader: the guide in reading order, with contents, figures and links inside the book (EPUB 3).',
      files: [file(EPUB_PATH, 'The whole guide as EPUB')],
    },
    {
      id: 'one-page',
      name: 'On one page',
      what: 'To read straight through, to print, or to search with your browser. The page is long.',
      files: [{ ...file(WHOLE_PATH, 'The whole guide on one page'), opens: true }],
    },
    {
      id: 'data',
      name: 'Data',
      what: 'For programs and spreadsheets: every statement, pair, case and source, each row with whose it is.',
      files: [
        ...DATA_FILES.filter(({ name }) => /^(guide\.json|links\.csv|statements\.csv)$/.test(name)).map(({ path, name }) =>
          file(path, name),
        ),
        { label: 'All data files', path: '/data/', opens: true },
      ],
    },
  ];
};

/** How large something is, beside its link; empty where that is not known. */
export const sizeOf = ({ bytes, opens }: Way['files'][number]): string =>
  bytes === undefined ? '' : ` (${opens ? `about ${fileSizeWords(bytes)}, compressed` : fileSizeWords(bytes)})`;
