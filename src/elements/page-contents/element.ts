/** Marks in the contents of a page which section is read: the last one whose heading has come to the top of the window. */
class PageContents extends HTMLElement {
  #watch: IntersectionObserver | undefined;

  connectedCallback(): void {
    const links = new Map<Element | null, HTMLAnchorElement>();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]'))
      links.set(document.getElementById(decodeURIComponent(link.hash.slice(1))), link);
    const begun = new Set<Element>();
    this.#watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) begun[isIntersecting ? 'add' : 'delete'](target);
        const now = [...links].findLast(([heading]) => heading && begun.has(heading))?.[1];
        for (const link of links.values()) if (link !== now) link.removeAttribute('aria-current');
        now?.setAttribute('aria-current', 'location');
      },
      // from far above to just under the top of the window: what is above has begun
      { rootMargin: '1000000px 0px -88%' },
    );
    for (const heading of links.keys()) if (heading) this.#watch.observe(heading);
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect();
  }
}

customElements.define('page-contents', PageContents);
