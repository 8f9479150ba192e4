/**
 * Shows a term's definition on hover, focus and tap; Escape puts it away, and the pointer may move onto it (WCAG 1.4.13).
 * The link to the glossary works without it.
 */
class GlossaryTerm extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    const tip = this.querySelector<HTMLElement>('[role="tooltip"]');
    if (!link || !tip) throw new Error('<glossary-term> needs a link and a tooltip.');
    tip.id ||= `term-${[...document.querySelectorAll('glossary-term')].indexOf(this)}`;
    link.setAttribute('aria-describedby', tip.id);

    const show = (on: boolean): void => {
      if (tip.hidden !== on) return;
      tip.hidden = !on;
      if (!on) return;
      // keep the box inside the page: shift it left by as much as it would stick out
      tip.style.left = '0';
      const over = tip.getBoundingClientRect().right - document.documentElement.clientWidth + 16;
      if (over > 0) tip.style.left = `${-over}px`;
    };
    // a finger cannot hover: its first tap shows the definition, the next one follows the link
    let tapped = false;
    this.addEventListener('pointerdown', ({ pointerType }) => {
      tapped = pointerType === 'touch' && tip.hidden === true;
    });
    link.addEventListener('click', (event) => {
      if (!tapped) return;
      tapped = false;
      event.preventDefault();
      show(true);
    });
    document.addEventListener('pointerdown', ({ target }) => this.contains(target as Node) || show(false));
    this.addEventListener('pointerenter', (event) => event.pointerType !== 'touch' && show(true));
    this.addEventListener('pointerleave', () => show(document.activeElement === link));
    this.addEventListener('focusin', () => show(true));
    this.addEventListener('focusout', () => show(false));
    document.addEventListener('keydown', (event) => event.key === 'Escape' && show(false));
  }
}

customElements.define('glossary-term', GlossaryTerm);
