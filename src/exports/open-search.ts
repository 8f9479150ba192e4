import type { Guide } from '../guide/types.ts';
import { clip } from '../lib/text.ts';
import { addressesAt } from './addresses.ts';
import { documentOf, el } from './xml.ts';

/** At most so many characters, as the format has it. */
const [SHORT, LONG] = [16, 48];

/** `opensearch.xml`: how a browser or another program searches the guide (OpenSearch 1.1). */
export function openSearchXml({ about }: Pick<Guide, 'about'>, site: URL): string {
  const { addressFor, fileFor } = addressesAt(site);
  return documentOf(
    el(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      el('ShortName', {}, clip(about.name, SHORT)),
      el('LongName', {}, clip(about.name, LONG)),
      el('Description', {}, about.description),
      el('Url', { type: 'text/html', template: `${addressFor('pages/search')}?q={searchTerms}` }),
      el('Url', { type: 'application/opensearchdescription+xml', rel: 'self', template: fileFor('/opensearch.xml') }),
      el('Image', { type: 'image/svg+xml' }, fileFor('/icon.svg')),
      el('Language', {}, about.language),
      el('InputEncoding', {}, 'UTF-8'),
    ),
  );
}
