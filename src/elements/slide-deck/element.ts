import { part } from '../shared/dom.ts';
import { slideAt, stepTo } from './steps.ts';

/** Slides one at a time, over the whole window: by keys, by buttons, by the address. Left, they stand one under the other again. */
class SlideDeck extends HTMLElement {
  #at = 0;

  connectedCallback(): void {
    part(this, '.go').hidden = false;
    this.addEventListener('click', ({ target }) => {
      const data = (target as Element).closest('button')?.dataset;
      if (!data) return;
      if (data.show !== undefined) this.#show();
      else if (data.print !== undefined) window.print();
      else if (data.next !== undefined) this.#go(this.#at + 1);
      else if (data.back !== undefined) this.#go(this.#at - 1);
      else if (data.notes !== undefined) this.#notes();
      else if (data.leave !== undefined) this.#leave();
    });
    document.addEventListener('keydown', (event) => this.#key(event));
    addEventListener('hashchange', () => this.#on && this.#go(slideAt(location.hash, this.#slides().length)));
    // whoever leaves the full screen leaves the full view
    document.addEventListener('fullscreenchange', () => !document.fullscreenElement && this.#on && this.#leave());
  }

  #slides = (): HTMLElement[] => [...this.querySelectorAll<HTMLElement>('.slide')];

  get #on(): boolean {
    return this.dataset.on !== undefined;
  }

  #show(): void {
    this.dataset.on = '';
    part(this, '.bar').hidden = false;
    // where the browser allows it; the full window does too
    this.requestFullscreen?.().catch(() => undefined);
    this.#go(slideAt(location.hash, this.#slides().length));
    part(this, '[data-next]').focus();
  }

  #leave(): void {
    delete this.dataset.on;
    part(this, '.bar').hidden = true;
    for (const slide of this.#slides()) slide.hidden = false;
    if (document.fullscreenElement) document.exitFullscreen();
    part(this, '[data-show]').focus();
    this.#slides()[this.#at]?.scrollIntoView();
  }

  #go(to: number): void {
    const slides = this.#slides();
    this.#at = Math.min(Math.max(to, 0), slides.length - 1);
    for (const [i, slide] of slides.entries()) slide.hidden = i !== this.#at;
    part(this, '.stage').scrollTop = 0;
    history.replaceState(null, '', `#slide-${this.#at + 1}`);
    part(this, '.bar [role="status"]').textContent =
      `${this.#at + 1} of ${slides.length}: ${slides[this.#at]?.querySelector('h2')?.textContent}`;
    part<HTMLButtonElement>(this, '[data-back]').disabled = this.#at === 0;
    part<HTMLButtonElement>(this, '[data-next]').disabled = this.#at === slides.length - 1;
  }

  /** A slide that is higher than the window is read to its end first; true where a key moved it. */
  #scrolled(event: KeyboardEvent): boolean {
    const stage = part(this, '.stage');
    const down = ['ArrowDown', 'PageDown', ' '].includes(event.key) && stage.scrollTop + stage.clientHeight < stage.scrollHeight - 1;
    const up = ['ArrowUp', 'PageUp'].includes(event.key) && stage.scrollTop > 0;
    if (!down && !up) return false;
    event.preventDefault();
    stage.scrollBy({ top: (down ? 0.8 : -0.8) * stage.clientHeight });
    return true;
  }

  #notes(): void {
    const shown = this.dataset.notes === undefined;
    if (shown) this.dataset.notes = '';
    else delete this.dataset.notes;
    part(this, '[data-notes]').setAttribute('aria-pressed', String(shown));
  }

  #key(event: KeyboardEvent): void {
    if (!this.#on || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      this.#leave();
      return;
    }
    if (event.key === 'n' || event.key === 'N') {
      this.#notes();
      return;
    }
    // space presses a button that has the focus
    if (event.key === ' ' && (event.target as Element).closest('button, a')) return;
    // a wide table is moved by the keys that would leave the slide
    if (/^Arrow(Left|Right)$/.test(event.key) && (event.target as Element).closest('.scroll')) return;
    if (this.#scrolled(event)) return;
    const to = stepTo(event.key, this.#at, this.#slides().length);
    if (to === undefined) return;
    event.preventDefault();
    this.#go(to);
  }
}

customElements.define('slide-deck', SlideDeck);
