import { GUIDE_PDF } from './typeset/paths.ts';
import { hasPdfs } from './typeset/press.ts';

/** A file of the guide as a whole. */
interface DataFile {
  path: string;
  name: string;
  what: string;
}

/** The whole guide as a book, where this build makes one. */
const BOOK: DataFile = {
  path: GUIDE_PDF,
  name: 'guide.pdf',
  what: 'The whole guide as a book, typeset for A4 and Letter: with contents, page numbers, figures, sources and an index.',
};

/** The files of the guide's data, in the order in which they are listed. */
export const dataFiles = (): readonly DataFile[] => [...(hasPdfs() ? [BOOK] : []), ...DATA_FILES];

const DATA_FILES: readonly DataFile[] = [
  { path: '/data/guide.json', name: 'guide.json', what: 'The whole guide in one file.' },
  {
    path: '/data/guide.schema.json',
    name: 'guide.schema.json',
    what: 'What stands in guide.json, field by field (JSON Schema, draft 2020-12).',
  },
  {
    path: '/data/decision-record.schema.json',
    name: 'decision-record.schema.json',
    what: 'What stands in the file that a decision record is saved as.',
  },
  { path: '/data/self-check.schema.json', name: 'self-check.schema.json', what: 'What stands in the file that a self-check is saved as.' },
  { path: '/data/links.csv', name: 'links.csv', what: 'Every pair, judged or not, one in each row, with whose judgment it is.' },
  { path: '/data/statements.csv', name: 'statements.csv', what: 'Every statement, one in each row, with its voice.' },
  {
    path: '/data/cases.csv',
    name: 'cases.csv',
    what: 'Every fact of every case, one in each row, with its source and whose account it is.',
  },
  { path: '/data/money.csv', name: 'money.csv', what: 'Every way of paying, one in each row, with its source.' },
  { path: '/data/sources.bib', name: 'sources.bib', what: 'All sources as BibTeX.' },
  { path: '/data/sources.ris', name: 'sources.ris', what: 'All sources as RIS, for most reference managers.' },
  {
    path: '/data/sources.csl.json',
    name: 'sources.csl.json',
    what: 'All sources as CSL-JSON, for Zotero, Pandoc and citation processors.',
  },
  { path: '/llms.txt', name: 'llms.txt', what: 'What the guide is, how to quote it, and the list of its pages as Markdown.' },
];
