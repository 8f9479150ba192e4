import { element, linkTo } from '../shared/dom.ts';
import { type Candidate, nearestPages } from './nearest-pages.ts';

/**
 * Names the pages nearest to the address that led here, the nearest first, out of the lines of the A to Z. Where these do not
 * come, or hold nothing like the address, it stays out of sight.
 */
class NearestPages extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const { base = '/', names = '' } = this.dataset;
    const list = this.querySelector('ul');
    if (!list) throw new Error('<nearest-pages> needs a list.');
    const near = nearestPages(location.pathname.slice(base.length - 1), await linesOf(names));
    for (const { title, kind, address } of near) {
      const item = element('li');
      item.append(linkTo(base + address.slice(1), title), ' ', element('small', kind.toLowerCase()));
      list.append(item);
    }
    const heading = this.querySelector('template');
    if (near.length > 0) heading?.replaceWith(heading.content);
    this.hidden = near.length === 0;
    // tells whoever waits that there is no more to come
    this.dataset.done = '';
  }
}

async function linesOf(names: string): Promise<readonly (Candidate & { kind: string })[]> {
  try {
    return await (await fetch(names)).json();
  } catch {
    return [];
  }
}

customElements.define('nearest-pages', NearestPages);
