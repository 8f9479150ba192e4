/** No stamp is empty: what this store removed itself is gone for `save` too. */
export const REMOVED = '';

/** What a store knows of each id: the stamp it may write over, and the one it last reported as theirs. */
export class KnownStamps {
  readonly #accepted = new Map<string, string>();
  readonly #reported = new Map<string, string>();

  /** The stamp of what was last opened, taken or saved; `REMOVED` after it was forgotten; undefined if there was nothing yet. */
  get(id: string): string | undefined {
    return this.#accepted.get(id);
  }

  accept(id: string, stamp: string): void {
    this.#accepted.set(id, stamp);
    this.#reported.delete(id);
  }

  report(id: string, stamp: string): void {
    this.#reported.set(id, stamp);
  }

  /** Accepts what was last reported. What came after it was never seen, so its stamp is not taken. */
  take(id: string): void {
    const stamp = this.#reported.get(id);
    if (stamp !== undefined) this.accept(id, stamp);
  }
}
