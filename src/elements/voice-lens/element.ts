import { asksForLens, withLens } from './lens-address.ts';

const root = document.documentElement;

/**
 * "Only the paper" without leaving the page: says on the root what is shown and keeps the state in the address
 * (`?voice=paper`), so that Back, reload and a copied address have it; while it is on, links to pages with a lens have
 * it too. Without scripts the same link works by its fragment.
 */
class VoiceLens extends HTMLElement {
  readonly #notice = document.createElement('p');
  #pages: Promise<Set<string>> | undefined;

  connectedCallback(): void {
    const [everything, paper] = this.querySelectorAll('a');
    if (!everything || !paper) throw new Error('<voice-lens> needs a link to everything and a link to the paper.');
    // where style cannot hide by what an element holds, nothing is hidden and nothing may be claimed
    if (!CSS.supports('selector(:has(a))')) return;
    this.#notice.className = 'lens-notice';
    this.#notice.setAttribute('role', 'status');
    this.append(this.#notice);
    const fragment = `#${this.id}`;
    const apply = (): void => {
      const here = new URL(location.href);
      const on = asksForLens(here, fragment);
      if (on) history.replaceState(history.state, '', withLens(here, on, fragment));
      root.classList.toggle('lens-paper', on);
      root.classList.toggle('lens-all', !on);
      this.#notice.textContent = on ? (this.dataset.notice ?? '') : '';
      (on ? paper : everything).setAttribute('aria-current', 'true');
      (on ? everything : paper).removeAttribute('aria-current');
      void this.#carry(fragment);
    };
    for (const link of [everything, paper])
      link.addEventListener('click', (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        if (link.hasAttribute('aria-current')) return;
        history.pushState(null, '', withLens(new URL(location.href), link === paper, fragment));
        apply();
      });
    addEventListener('popstate', apply);
    apply();
  }

  /** Gives links that lead to a page with a lens the state of this one. */
  async #carry(fragment: string): Promise<void> {
    const isOn = () => root.classList.contains('lens-paper');
    if (!isOn() && !this.#pages) return;
    this.#pages ??= fetch(this.dataset.pages ?? '')
      .then((answer) => answer.json())
      .then((addresses: string[]) => new Set(addresses));
    try {
      const pages = await this.#pages;
      for (const link of document.querySelectorAll('a[href]:not([href^="#"], .lens-link)')) {
        const to = new URL(link.getAttribute('href') as string, document.baseURI);
        if (to.origin === location.origin && pages.has(to.pathname)) link.setAttribute('href', withLens(to, isOn(), fragment));
      }
    } catch {
      // without the list links lead where they always lead, to everything
      this.#pages = undefined;
    }
  }
}

customElements.define('voice-lens', VoiceLens);
