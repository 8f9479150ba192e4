import { authorsOf } from '../guide/labels.ts';
import type { Source } from '../guide/types.ts';

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
