import type { Detail } from '../../lib/detail.ts';
import { element, linkTo } from '../shared/dom.ts';

/** One mark in words: what it is and whose, why, what speaks against it, and its sources. */
export function detailArticle({ title, to, mark, says, sources }: Detail, heading: 'h3' | 'h4'): HTMLElement {
  const named = element('p', mark);
  named.className = 'mark';
  const article = element('article', '', element(heading, '', to ? linkTo(to, title) : document.createTextNode(title)), named);
  for (const { label, text } of says) article.append(element('p', '', element('b', `${label}: `), document.createTextNode(text)));
  if (sources.length > 0) {
    const line = element('p', '', element('b', 'Sources: '));
    for (const [i, source] of sources.entries()) line.append(i > 0 ? ', ' : '', linkTo(source.to, source.text));
    article.append(line);
  }
  return article;
}
