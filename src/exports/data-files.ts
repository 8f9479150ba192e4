/** A file of the guide's data. */
export interface DataFile {
  path: string;
  name: string;
  /** what stands in it, as a sentence */
  what: string;
  /** it tells of the other files and holds none of the guide */
  describes?: true;
}

const inData = (name: string, what: string, more: { describes?: true } = {}): DataFile => ({ path: `/data/${name}`, name, what, ...more });

/** The files of the guide's data, in the order in which they are listed. */
export const DATA_FILES: readonly DataFile[] = [
  inData('guide.json', 'The whole guide in one file.'),
  inData('guide.schema.json', 'What stands in guide.json, field by field (JSON Schema, draft 2020-12).'),
  inData('decision-record.schema.json', 'What stands in the file that a decision record is saved as.'),
  inData('self-check.schema.json', 'What stands in the file that a self-check is saved as.'),
  inData('links.csv', 'Every pair, judged or not, one in each row, with whose judgment it is.'),
  inData('statements.csv', 'Every statement, one in each row, with its voice.'),
  inData('cases.csv', 'Every fact of every case, one in each row, with its source and whose account it is.'),
  inData('money.csv', 'Every way of paying, one in each row, with its source.'),
  inData(
    'claims.jsonld',
    'Every statement of the paper, of others and of ours as a claim: what it rests on and who made it (schema.org, PROV-O, ECO).',
  ),
  inData('sources.bib', 'All sources as BibTeX.'),
  inData('sources.ris', 'All sources as RIS, for most reference managers.'),
  inData('sources.csl.json', 'All sources as CSL-JSON, for Zotero, Pandoc and citation processors.'),
  inData('datapackage.json', 'The files and what their columns mean (Frictionless Data Package 2.0).', { describes: true }),
  inData('ro-crate-metadata.json', 'The files, their license and who made them (RO-Crate 1.2).', { describes: true }),
  { path: '/llms.txt', name: 'llms.txt', what: 'What the guide is, how to quote it, and the list of its pages as Markdown.' },
  { path: '/llms-full.txt', name: 'llms-full.txt', what: 'All pages as Markdown, one after another.' },
];

/** All of them in one file. */
export const DATA_ZIP = inData('guide-data.zip', 'All files of this page in one, with a README.');
