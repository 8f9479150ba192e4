import { QuietStatus } from '../shared/quiet-status.ts';
import { keptLine, type Surety } from './kept-list.ts';

/** The line that shows when something was saved. It is read out when it is news, and not at each save. */
export class KeptLine {
  readonly #line: HTMLElement;
  readonly #status: QuietStatus;

  /**
   * @param line what shows it
   * @param said what says it: an element with role="status"
   */
  constructor(line: HTMLElement, said: HTMLElement) {
    [this.#line, this.#status] = [line, new QuietStatus(said)];
  }

  show(iso: string, surety: Surety, news: boolean): void {
    this.#line.hidden = false;
    this.#line.textContent = keptLine(iso, surety);
    if (news) this.#status.say(this.#line.textContent);
  }

  hide(): void {
    this.#line.hidden = true;
    this.#status.say('');
  }
}
