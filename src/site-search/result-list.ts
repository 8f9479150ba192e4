import type { Found } from './engine.ts';
import { drawGroups, drawResult, type VoiceMark } from './results.ts';

const SHOWN = 10;

/** The list of results and the button for the rest of them. */
export class ResultList {
  readonly #list: HTMLElement;
  readonly #more: HTMLButtonElement;
  readonly #voices: readonly VoiceMark[];
  #turn = 0;

  constructor(list: HTMLElement, more: HTMLButtonElement, voices: readonly VoiceMark[]) {
    this.#list = list;
    this.#more = more;
    this.#voices = voices;
  }

  /** Links to the pages that were found, best first. */
  links(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('a.to')];
  }

  /** Whether the list shows what answers a search. */
  answers(turn: number): boolean {
    return turn === this.#turn;
  }

  /**
   * Shows what was found: the ten best, or everything by kind.
   *
   * @param turn which search it answers: what comes later for the same search moves nothing that somebody is already at
   * @param kinds the order of kinds where nothing was asked; each then begins with its name
   */
  draw(found: readonly Found[], turn: number, kinds?: readonly string[]): void {
    const sorted = kinds ? [...found].sort((a, b) => kinds.indexOf(a.name.kind) - kinds.indexOf(b.name.kind)) : found;
    const items = (some: readonly Found[]) => (kinds ? drawGroups(some, this.#voices) : some.map((one) => drawResult(one, this.#voices)));
    const first = kinds ? sorted : sorted.slice(0, SHOWN);
    if (turn === this.#turn && this.#list.matches(':hover, :focus-within')) this.#list.append(...items(this.#missing(first)));
    else this.#replace(items(first));
    this.#turn = turn;
    this.#more.hidden = sorted.length <= first.length;
    this.#more.onclick = () => {
      this.#more.hidden = true;
      const rest = items(this.#missing(sorted));
      this.#list.append(...rest);
      rest[0]?.querySelector('a')?.focus();
    };
  }

  clear(): void {
    this.#list.replaceChildren();
    this.#more.hidden = true;
  }

  /** Another search has another list; focus stays on the page it was on, or goes to the best. */
  #replace(items: readonly HTMLElement[]): void {
    const at = this.#list.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
    this.#list.replaceChildren(...items);
    if (at === undefined) return;
    const links = this.links();
    (links.find((link) => link.getAttribute('href') === at) ?? links[0])?.focus();
  }

  #missing(found: readonly Found[]): Found[] {
    const there = new Set(this.links().map((link) => link.getAttribute('href')));
    return found.filter(({ name }) => !there.has(name.address));
  }
}
