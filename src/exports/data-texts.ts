import { editionOf } from '../guide/responses.ts';
import type { Guide } from '../guide/types.ts';
import { stop } from '../lib/text.ts';
import { type Addresses, addressesAt } from './addresses.ts';
import { bibtexText } from './bibtex.ts';
import { checkJsonSchema } from './check-schema.ts';
import { reference } from './citation.ts';
import { claimsLd } from './claims.ts';
import { cslText } from './csl.ts';
import { casesCsv, linksCsv, moneyCsv, statementsCsv } from './csv.ts';
import { DATA_FILES } from './data-files.ts';
import { dataPackage, describedFiles, roCrate } from './data-package.ts';
import { figureCsv } from './figure-files.ts';
import { guideJson } from './guide-json.ts';
import { guideJsonSchema } from './guide-schema.ts';
import { keptOfAll } from './kept.ts';
import { llmsFullText, llmsText } from './markdown/llms-text.ts';
import { recordJsonSchema } from './record-schema.ts';
import { risText } from './ris.ts';
import { zipOf } from './zip.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The address that a schema names as its own, where it is known. */
const own = (site: URL | undefined, name: string): string | undefined => site && addressesAt(site).fileFor(`/data/${name}`);

/** What makes each file of `DATA_FILES`, by its name. */
const TEXTS: Readonly<Record<string, (guide: Guide, addresses: Addresses, site: URL | undefined) => string>> = {
  'guide.json': (guide, { addressFor }) => json(guideJson(guide, addressFor)),
  'guide.schema.json': (_, __, site) => json(guideJsonSchema(own(site, 'guide.schema.json'))),
  'decision-record.schema.json': (_, __, site) => json(recordJsonSchema(own(site, 'decision-record.schema.json'))),
  'self-check.schema.json': (_, __, site) => json(checkJsonSchema(own(site, 'self-check.schema.json'))),
  'links.csv': linksCsv,
  'statements.csv': (guide, { addressFor }) => statementsCsv(guide, addressFor),
  'cases.csv': (guide, { addressFor }) => casesCsv(guide, addressFor),
  'money.csv': (guide, { addressFor }) => moneyCsv(guide, addressFor),
  'claims.jsonld': (guide, addresses) => json(claimsLd(guide, addresses)),
  'sources.bib': ({ sources }) => bibtexText(sources),
  'sources.ris': ({ sources }) => risText(sources),
  'sources.csl.json': ({ sources }) => cslText(sources),
  'datapackage.json': (guide) => json(dataPackage(guide)),
  'ro-crate-metadata.json': (guide) => json(roCrate(guide)),
  'llms.txt': llmsText,
  'llms-full.txt': llmsFullText,
};

/**
 * A file of the guide's data.
 *
 * @param name as `DATA_FILES` has it
 * @param site the origin; undefined where it is not known
 * @throws Error for a name that no file has
 */
export function dataText(guide: Guide, name: string, site: URL | undefined): string {
  const make = TEXTS[name];
  if (!make) throw new Error(`There is no file "${name}" of data.`);
  return make(guide, addressesAt(site), site);
}

/** `dataZip`, made once and kept by all that content and code hold. */
export const keptDataZip = (guide: Guide, site: URL | undefined): Promise<Uint8Array<ArrayBuffer>> =>
  keptOfAll(guide, 'data', site, async () => dataZip(guide, site));

/** All data as one ZIP: the files, the rows of each figure, the two descriptors of all of it, and a word on what is what. */
export function dataZip(guide: Guide, site: URL | undefined): Uint8Array {
  const { about, study } = guide;
  const readme = [
    `${about.name}: data`,
    `As of ${editionOf(guide)}. From ${addressesAt(site).addressFor('pages/data')}`,
    `${about.description} ${about.disclaimer} ${about['rests-on']}`,
    `The study: ${stop(reference(study))}`,
    `License: ${about.licences.text}, ${about.licences['text-address']}`,
    '',
    ...describedFiles(guide, true).map(({ path, what }) => `${path}: ${what}`),
    'datapackage.json, ro-crate-metadata.json: the files, their license and what each column means.',
    '',
    'The voice of a statement stands in its row: the paper’s, others’, or ours. Please keep it.',
    '',
  ].join('\n');
  return zipOf({
    'README.txt': readme,
    'LICENSE.txt': `${about.licences.text}\n${about.licences['text-address']}\n`,
    ...Object.fromEntries(DATA_FILES.map(({ name }) => [name, dataText(guide, name, site)])),
    ...Object.fromEntries(guide.figures.map((figure) => [`figures/${figure.id}.csv`, figureCsv(guide, figure)])),
    'datapackage.json': json(dataPackage(guide, true)),
    'ro-crate-metadata.json': json(roCrate(guide, true)),
  });
}
