import type { Found } from './engine.ts';
import type { VoiceMark } from './passage.ts';
import { drawGroups, drawResult } from './results.ts';
import { toldMore } from './wording.ts';

/** How many results are shown at first, and how many more each time. */
const SHOWN = 10;

/** The list of results and the button for the rest of them. */
export class ResultList {
  readonly #list: HTMLElement;
  readonly #more: HTMLButtonElement;
  readonly #voices: readonly VoiceMark[];
  #turn = 0;
  #steps = 0;

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

  /** How often more results were asked for. */
  get more(): number {
    return this.#steps;
  }

  /**
   * Shows what was found: the ten best, or everything by kind.
   *
   * @param turn which search it answers: what comes later for the same search moves nothing that somebody is already at
   * @param kinds the order of kinds where nothing was asked; each then begins with its name
   * @param more how often more results were asked for when a reader was here before
   */
  draw(found: readonly Found[], turn: number, kinds?: readonly string[], more?: number): void {
    const sorted = kinds ? [...found].sort((a, b) => kinds.indexOf(a.name.kind) - kinds.indexOf(b.name.kind)) : found;
    const items = (some: readonly Found[]) => (kinds ? drawGroups(some, this.#voices) : some.map((one) => drawResult(one, this.#voices)));
    const shown = () => (kinds ? sorted : sorted.slice(0, SHOWN * (1 + this.#steps)));
    const button = () => {
      this.#more.hidden = sorted.length <= shown().length;
      if (!this.#more.hidden) this.#more.textContent = toldMore(shown().length, sorted.length, SHOWN);
    };
    if (turn !== this.#turn || more !== undefined) this.#steps = more ?? 0;
    if (turn === this.#turn && this.#looked()) this.#list.append(...items(this.#missing(shown())));
    else this.#replace(items(shown()));
    this.#turn = turn;
    button();
    this.#more.onclick = () => {
      this.#steps++;
      button();
      const next = items(this.#missing(shown()));
      this.#list.append(...next);
      next[0]?.querySelector('a')?.focus();
    };
  }

  /** Somebody points at a result, has the focus on one, or has scrolled down to them. */
  #looked = (): boolean => this.#list.matches(':hover, :focus-within') || this.#list.getBoundingClientRect().top < 0;

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
