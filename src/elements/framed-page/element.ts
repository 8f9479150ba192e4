/** In a frame of another page, tells that page how high this one is, whenever that changes: one number, and nothing else. */
class FramedPage extends HTMLElement {
  #watch: ResizeObserver | undefined;

  connectedCallback(): void {
    if (parent === window) return;
    // the page around it is unknown, so the message goes to any; there is nothing in it to keep from anybody
    this.#watch = new ResizeObserver(() =>
      parent.postMessage({ figureHeight: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*'),
    );
    this.#watch.observe(document.documentElement);
  }

  disconnectedCallback(): void {
    this.#watch?.disconnect();
  }
}

customElements.define('framed-page', FramedPage);
