/** Runs steps that must not be under way when their page is left. */
export class WhileShown {
  readonly #page: EventTarget;
  #left = new AbortController();

  constructor(page: EventTarget) {
    this.#page = page;
    page.addEventListener('pagehide', () => this.#left.abort());
    page.addEventListener('pageshow', () => {
      if (this.#left.signal.aborted) this.#left = new AbortController();
    });
  }

  /**
   * Runs a step, once the page is shown; once more where it was left in the middle of it and is shown again.
   *
   * @param step gets the signal that the page is left, when it has to stop at once and to fail
   * @throws Error what the step throws while the page is shown
   */
  async run<R>(step: (left: AbortSignal) => Promise<R>): Promise<R> {
    for (;;) {
      if (this.#left.signal.aborted) await new Promise((shown) => this.#page.addEventListener('pageshow', shown, { once: true }));
      const { signal } = this.#left;
      try {
        return await step(signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
  }
}
