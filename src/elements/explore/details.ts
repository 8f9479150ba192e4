import type { Detail } from '../../lib/detail.ts';

/** The details that open for the marks of a figure, in the order of its rows: fetched once, when a reader comes near one. */
export class Details {
  #address: string;
  #loading: Promise<readonly Detail[]> | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  load(): Promise<readonly Detail[]> {
    this.#loading ??= this.#fetch().catch((error) => {
      // what failed may be asked for again
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #fetch(): Promise<readonly Detail[]> {
    const answer = await fetch(this.#address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    return answer.json();
  }
}
