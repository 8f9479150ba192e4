import { nearestPages } from './nearest-pages.ts';

/** Names the pages nearest to the address that led here. What it chooses from is the A to Z on the same page. */
class NearestPages extends HTMLElement {
  connectedCallback(): void {
    const base = this.dataset.base ?? '/';
    const list = this.querySelector('ul');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#a-to-z a')];
    if (!list || links.length === 0) throw new Error('<nearest-pages> needs a list and the A to Z.');
    const candidates = links.map((a) => ({
      address: `/${a.pathname.slice(base.length)}${a.hash}`,
      title: a.textContent ?? '',
      link: a,
    }));
    const near = nearestPages(location.pathname.slice(base.length - 1), candidates);
    for (const { link } of near) {
      const item = document.createElement('li');
      const copy = link.cloneNode(true) as HTMLAnchorElement;
      copy.className = 'to';
      item.append(copy);
      list.append(item);
    }
    const heading = this.querySelector('template');
    if (near.length > 0) heading?.replaceWith(heading.content);
    this.hidden = near.length === 0;
  }
}

customElements.define('nearest-pages', NearestPages);
