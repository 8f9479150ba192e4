import { nearestPages } from './nearest-pages.ts';

/**
 * Names the pages nearest to the address that led here, the nearest first. What it chooses from is the A to Z, which stands on
 * another page. Where that does not come, or holds nothing like the address, it stays out of sight.
 */
class NearestPages extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const { base = '/', names = '' } = this.dataset;
    const list = this.querySelector('ul');
    if (!list) throw new Error('<nearest-pages> needs a list.');
    const items = await itemsOf(names);
    const candidates = items.flatMap((item) => {
      const link = item.querySelector('a');
      return link ? [{ address: `/${link.pathname.slice(base.length)}${link.hash}`, title: link.textContent ?? '', item }] : [];
    });
    const near = nearestPages(location.pathname.slice(base.length - 1), candidates);
    list.append(...near.map(({ item }) => document.importNode(item, true)));
    this.hidden = near.length === 0;
    // tells whoever waits that there is no more to come
    this.dataset.done = '';
  }
}

/** The lines of the A to Z on the page at an address; none where it does not come. Asked for as a document, it is read without any of it becoming part of this page. */
const itemsOf = (names: string): Promise<Element[]> =>
  new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('GET', names);
    request.responseType = 'document';
    request.onloadend = () => done([...(request.responseXML?.querySelectorAll('#a-to-z li') ?? [])]);
    request.send();
  });

customElements.define('nearest-pages', NearestPages);
