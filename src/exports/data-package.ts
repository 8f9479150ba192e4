import { chartOf } from '../charts/charts.ts';
import { editionOf } from '../guide/responses.ts';
import type { Guide } from '../guide/types.ts';
import type { Columns } from '../lib/csv.ts';
import { LINK_STATES } from '../lib/link-states.ts';
import { contentTypeOf } from '../lib/media-types.ts';
import { STANCES, VOICES } from '../lib/voices.ts';
import { editorsOf } from './citation.ts';
import { CASE_COLUMNS, LINK_COLUMNS, MONEY_COLUMNS, STATEMENT_COLUMNS } from './csv.ts';
import { DATA_FILES, type DataFile } from './data-files.ts';
import type { Thing } from './jsonld.ts';

/** A file of the data with its path from the descriptor, and, for a table, its columns. */
export interface Described extends DataFile {
  columns?: Columns;
}

const TABLES: Readonly<Record<string, Columns>> = {
  'links.csv': LINK_COLUMNS,
  'statements.csv': STATEMENT_COLUMNS,
  'cases.csv': CASE_COLUMNS,
  'money.csv': MONEY_COLUMNS,
};

/**
 * The files that a descriptor tells of, by their paths from its folder.
 *
 * @param isWhole of all files in one ZIP, where the rows of figures and the texts of pages stand below it
 */
export function describedFiles(guide: Guide, isWhole: boolean): Described[] {
  const files = DATA_FILES.filter(({ path, describes }) => !describes && (isWhole || path.startsWith('/data/'))).map(
    (file): Described => ({ ...file, path: file.name, ...(TABLES[file.name] && { columns: TABLES[file.name] }) }),
  );
  if (!isWhole) return files;
  return [
    ...files,
    ...guide.figures.map((figure) => ({
      path: `figures/${figure.id}.csv`,
      name: `${figure.id}.csv`,
      what: `The rows of the figure “${figure.data.title}”.`,
      columns: chartOf(guide, figure).chart.columns,
    })),
  ];
}

/** What a file is called where a name must be one word in lower case: `sources-csl-json`. */
const nameOf = ({ path }: Described): string =>
  path
    .toLowerCase()
    .replace(/\.csv$/, '')
    .replace(/[^a-z0-9-]+/g, '-');

/** Columns whose cells hold one of a few words, with what readers are shown for each. */
function wordsOf({ about }: Guide, column: string): { value: string; label: string }[] | undefined {
  if (column === 'voice') return VOICES.map((value) => ({ value, label: about.voices[value].label }));
  if (column === 'state') return LINK_STATES.map((value) => ({ value, label: about.links.states[value].label }));
  return column === 'stance' ? STANCES.map((value) => ({ value, label: value })) : undefined;
}

/**
 * `datapackage.json` (Frictionless Data Package 2.0, https://datapackage.org): the files, their license, and what each column
 * means.
 *
 * @param isWhole see `describedFiles`
 */
export function dataPackage(guide: Guide, isWhole = false): Thing {
  const { about } = guide;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    title: about.name,
    description: `${about.description} ${about.disclaimer} ${about['rests-on']}`,
    version: editionOf(guide),
    contributors: [{ title: editorsOf(guide), roles: ['creator'] }],
    licenses: [{ path: about.licences['text-address'], title: about.licences.text }],
    resources: describedFiles(guide, isWhole).map((file) => ({
      name: nameOf(file),
      path: file.path,
      description: file.what,
      format: file.name.split('.').at(-1),
      mediatype: contentTypeOf(file.name).replace(/;.*/, ''),
      encoding: 'utf-8',
      ...(file.columns && { type: 'table', schema: tableSchema(guide, file.columns, file.name in TABLES) }),
    })),
  };
}

/** The columns of a table, in order. Cells are texts; a text that could be taken for a formula has an apostrophe in front. */
function tableSchema(guide: Guide, columns: Columns, isData: boolean): Thing {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: Object.entries(columns).map(([name, description]) => ({
      name,
      // cells of figures may be numbers, and their words are their own
      type: !isData ? 'any' : name === 'judged' ? 'date' : 'string',
      description,
      ...(isData && wordsOf(guide, name) && { categories: wordsOf(guide, name) }),
    })),
  };
}

/**
 * `ro-crate-metadata.json` (RO-Crate 1.2, https://w3id.org/ro/crate/1.2): the same for archives of research.
 *
 * @param isWhole see `describedFiles`
 */
export function roCrate(guide: Guide, isWhole = false): Thing {
  const { about } = guide;
  const files = describedFiles(guide, isWhole);
  const columnsOf = ({ path, columns = {} }: Described) =>
    Object.entries(columns).map(([name, description]) => ({ '@id': `#${path}-${name}`, '@type': 'PropertyValue', name, description }));
  const license = { '@id': about.licences['text-address'] };
  const editors = { '@id': '#editors' };
  return {
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        about: { '@id': './' },
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      },
      {
        '@id': './',
        '@type': 'Dataset',
        name: about.name,
        description: `${about.description} ${about.disclaimer} ${about['rests-on']}`,
        datePublished: editionOf(guide),
        license,
        author: editors,
        publisher: editors,
        inLanguage: about.language,
        hasPart: files.map(({ path }) => ({ '@id': path })),
      },
      { ...license, '@type': 'CreativeWork', name: about.licences.text },
      { ...editors, '@type': 'Organization', name: editorsOf(guide) },
      ...files.flatMap((file) => [
        {
          '@id': file.path,
          '@type': 'File',
          name: file.name,
          description: file.what,
          encodingFormat: contentTypeOf(file.name).replace(/;.*/, ''),
          license,
          ...(file.columns && { variableMeasured: columnsOf(file).map((column) => ({ '@id': column['@id'] })) }),
        },
        ...columnsOf(file),
      ]),
    ],
  };
}
