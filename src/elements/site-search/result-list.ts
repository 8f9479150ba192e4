import type { Found, Result } from './engine.ts';
import type { VoiceMark } from './passage.ts';
import { drawGroups, drawResult } from './results.ts';
import { toldMore } from './wording.ts';

/** How many results are shown at first, and how many more each time. */
const SHOWN = 10;

/** Loads what results show. */
export type Show = (found: readonly Found[]) => Promise<Result[]>;

/** The list of results and the button for the rest of them. */
export class ResultList {
  readonly #list: HTMLElement;
  readonly #more: HTMLButtonElement;
  readonly #voices: readonly VoiceMark[];
  readonly #failed: () => void;
  #turn = 0;
  #steps = 0;
  /** counts what was asked to be shown: what comes later than something newer is not shown */
  #asked = 0;

  /** @param failed is told where more results cannot be loaded */
  constructor(list: HTMLElement, more: HTMLButtonElement, voices: readonly VoiceMark[], failed: () => void) {
    this.#list = list;
    this.#more = more;
    this.#voices = voices;
    this.#failed = failed;
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
   * @param show loads what is shown
   * @param turn which search it answers: what comes later for the same search moves nothing that somebody is already at
   * @param kinds the order of kinds where nothing was asked; each then begins with its name
   * @param more how often more results were asked for when a reader was here before
   * @throws what stops the loading
   */
  async draw(found: readonly Found[], show: Show, turn: number, kinds?: readonly string[], more?: number): Promise<void> {
    const asked = ++this.#asked;
    const sorted = kinds ? [...found].sort((a, b) => kinds.indexOf(a.name.kind) - kinds.indexOf(b.name.kind)) : found;
    let steps = turn === this.#turn && more === undefined ? this.#steps : (more ?? 0);
    const shown = () => (kinds ? sorted : sorted.slice(0, SHOWN * (1 + steps)));
    const items = (some: readonly Result[]) => (kinds ? drawGroups(some, this.#voices) : some.map((one) => drawResult(one, this.#voices)));
    const button = () => {
      this.#steps = steps;
      this.#more.hidden = sorted.length <= shown().length;
      if (!this.#more.hidden) this.#more.textContent = toldMore(shown().length, sorted.length, SHOWN);
    };
    const results = await show(shown());
    if (asked !== this.#asked) return;
    if (turn === this.#turn && this.#looked()) this.#list.append(...items(this.#missing(results)));
    else this.#replace(items(results));
    this.#turn = turn;
    button();
    this.#more.onclick = async () => {
      steps++;
      button();
      try {
        const more = await show(shown());
        if (asked !== this.#asked) return;
        const next = items(this.#missing(more));
        this.#list.append(...next);
        next[0]?.querySelector('a')?.focus();
      } catch {
        this.#failed();
      }
    };
  }

  /** Somebody points at a result, has the focus on one, or has scrolled down to them. */
  #looked = (): boolean => this.#list.matches(':hover, :focus-within') || this.#list.getBoundingClientRect().top < 0;

  /** What is still being loaded is not shown any more. */
  drop(): void {
    this.#asked++;
  }

  clear(): void {
    this.drop();
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

  #missing(results: readonly Result[]): Result[] {
    const there = new Set(this.links().map((link) => link.getAttribute('href')));
    return results.filter(({ name }) => !there.has(name.address));
  }
}
