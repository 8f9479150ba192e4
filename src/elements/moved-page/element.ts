/** Follows the way to the new address at once and keeps the fragment, which a refresh by the page itself would drop. */
class MovedPage extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (!link) throw new Error('<moved-page> needs a link.');
    link.hash = location.hash;
    location.replace(link.href);
  }
}

customElements.define('moved-page', MovedPage);
