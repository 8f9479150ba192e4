/** How long nothing may change before a change is told. */
const QUIET = 500;

/** A status that says one thing when changes have come to rest, however many there were. */
export class QuietStatus {
  #place: HTMLElement;
  #waiting = 0;

  /** @param place an element with role="status" */
  constructor(place: HTMLElement) {
    this.#place = place;
  }

  say(text: string): void {
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => {
      this.#place.textContent = text;
    }, QUIET);
  }

  /** Says at once what came of one press. */
  answer(text: string): void {
    clearTimeout(this.#waiting);
    this.#place.textContent = text;
  }
}
