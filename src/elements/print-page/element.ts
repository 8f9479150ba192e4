import { part } from '../shared/dom.ts';

/** A button that prints the page. Without scripts there is none: a browser has its own. */
class PrintPage extends HTMLElement {
  connectedCallback(): void {
    part(this, 'button').addEventListener('click', () => print());
    this.hidden = false;
  }
}

customElements.define('print-page', PrintPage);
