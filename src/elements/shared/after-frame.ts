/** Work that can wait until the browser has drawn what a reader just did. It is done once, however often it was asked for meanwhile. */
export class AfterFrame {
  readonly #work: () => void;
  #waiting = false;

  constructor(work: () => void) {
    this.#work = work;
  }

  ask(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    // a frame is drawn after its callbacks, and what was set to follow comes then
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#waiting = false;
        this.#work();
      }),
    );
  }
}
