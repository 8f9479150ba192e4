import { officialAddress } from '../guide/addresses.ts';
import { authorsOf } from '../guide/labels.ts';
import type { Guide, Source } from '../guide/types.ts';
import { capital } from '../lib/text.ts';
import { doiAddress } from '../lib/urls.ts';

/** A reference in one line: authors, title, place, date, numbers. Parts that are not known stay out. */
export function reference(source: Source): string {
  const { data } = source;
  const numbers = data.volume ? `${data.volume}${data.issue ? `(${data.issue})` : ''}${data.pages ? `:${data.pages}` : ''}` : data.pages;
  const end = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
  const place = [data.container, data.year].filter(Boolean).join(' ');
  return [
    authorsOf(source) && end(authorsOf(source)),
    end(data.title),
    (place || numbers) && end([place, numbers].filter(Boolean).join('; ')),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Who wrote the guide, as a citation begins: "The editors of this guide". */
export const editorsOf = ({ about }: Pick<Guide, 'about'>): string => capital(about.editors);

/**
 * How to cite a page of the guide: the editors, the guide, the page, the day somebody last read it, and where it is.
 *
 * @param address left out where it is not known
 * @param dated what the day is of, such as "Facts checked"
 */
export const pageCitation = (
  guide: Pick<Guide, 'about'>,
  { title, reviewed, address, dated = 'Reviewed' }: { title: string; reviewed: string; address: string | undefined; dated?: string },
): string => [`${editorsOf(guide)}. ${guide.about.name}: ${title}. ${dated} ${reviewed}.`, address].filter(Boolean).join(' ');

/** Where a publication can be found for good: its DOI, or the official address. */
export const citeAs = (source: Source): string | undefined =>
  source.data.doi ? doiAddress(source.data.doi) : officialAddress(source)?.url;
