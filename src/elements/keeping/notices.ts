import { button, element } from '../shared/dom.ts';

/** An action that a notice offers. */
export interface Act {
  label: string;
  run(): void;
}

/** Things that are told until they are dealt with: what happened, what is safe, what to do next. One of each kind at a time. */
export class Notices {
  readonly #place: HTMLElement;

  /** @param place is made a live region: what is put there is read out */
  constructor(place: HTMLElement) {
    this.#place = place;
    place.setAttribute('aria-live', 'polite');
  }

  tell(kind: string, text: string, acts: readonly Act[] = []): void {
    const words = element('p', text);
    const there = this.#of(kind);
    // told again in the same words it would only be read out again
    if (there?.firstElementChild?.textContent === text) return;
    const buttons = acts.map(({ label, run }) => {
      const made = button(label, run);
      made.className = 'plain';
      return made;
    });
    const row = element('p', '', ...buttons);
    row.className = 'go';
    const made = element('div', '', words, ...(buttons.length > 0 ? [row] : []));
    made.className = 'notice';
    made.dataset.notice = kind;
    if (there) there.replaceWith(made);
    else this.#place.append(made);
  }

  clear(...kinds: string[]): void {
    for (const kind of kinds) this.#of(kind)?.remove();
  }

  /** Leads to the first thing that can be done about something that was told. */
  focus(kind: string): void {
    this.#of(kind)?.querySelector('button')?.focus();
  }

  clearAll(): void {
    this.#place.replaceChildren();
  }

  #of = (kind: string): HTMLElement | null => this.#place.querySelector<HTMLElement>(`[data-notice="${kind}"]`);
}
