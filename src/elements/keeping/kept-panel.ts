import { type KeptActs, keptList } from './kept-list.ts';
import type { Notices } from './notices.ts';
import { saveAs } from './save-as.ts';
import type { BrowserStore } from './store/store.ts';

/** What a page says of what it keeps, and does with it. */
export interface KeptWording<T> {
  /** what it is called in the list */
  nameOf(value: T): string;
  /** the same in the sentence "… was deleted from this browser." */
  deleted(value: T): string;
  open(id: string): void;
  more?: NonNullable<KeptActs['more']>;
}

/** The list of what else the browser keeps: open it, delete it and take that back, download what cannot be read. */
export class KeptPanel<T> {
  readonly #place: HTMLElement;
  readonly #store: BrowserStore<T>;
  readonly #notices: Notices;
  readonly #wording: KeptWording<T>;
  #open: string | undefined;

  /** @param place is hidden while there is nothing; holds a `ul` */
  constructor(place: HTMLElement, store: BrowserStore<T>, notices: Notices, wording: KeptWording<T>) {
    [this.#place, this.#store, this.#notices, this.#wording] = [place, store, notices, wording];
  }

  /** @param open the id of what the page shows: it is not listed */
  show(open: string | undefined): void {
    this.#open = open;
    const { kept, aside } = this.#store.list();
    const others = kept.filter(({ id }) => id !== open);
    const { nameOf, open: openIt, more } = this.#wording;
    this.#place.hidden = others.length + aside.length === 0;
    this.#place.querySelector('ul')?.replaceChildren(
      ...keptList(others, aside, nameOf, {
        open: openIt,
        ...(more && { more }),
        remove: (id) => this.#forget(id),
        download: ({ key, text }) => saveAs(`${key.replace(/[^a-z0-9-]+/gi, '-')}.txt`, 'text/plain', text),
      }),
    );
  }

  #forget(id: string): void {
    const gone = this.#store.forget(id);
    if (gone.state === 'forgotten')
      this.#notices.tell('deleted', `${this.#wording.deleted(gone.was.value)} was deleted from this browser.`, [
        {
          label: 'Undo',
          run: () => {
            this.#store.keep(id, gone.was.value);
            this.#notices.clear('deleted');
            this.show(this.#open);
          },
        },
      ]);
    this.show(this.#open);
    this.#notices.focus('deleted');
  }
}
