import type { Disk } from './disk.ts';
import { isLater, type Mark } from './envelope.ts';
import { newId } from './ids.ts';
import type { Shelf } from './shelf.ts';

/** Keeps the disk level with the shelf, and the shelf with the disk where a browser was killed before it had written its storage. */
export class Journal<T> {
  readonly #shelf: Shelf<T>;
  readonly #disk: () => Promise<Disk>;

  constructor(shelf: Shelf<T>, disk: () => Promise<Disk>) {
    [this.#shelf, this.#disk] = [shelf, disk];
  }

  /**
   * Copies what stands under an id to the disk, or removes it there where it was removed here. What is later on the disk stays.
   *
   * @throws Error where it does not reach the disk
   */
  async mirror(id: string): Promise<void> {
    const disk = await this.#disk();
    await disk.change(id, (there) => {
      const text = this.#shelf.text(id);
      if (text === null) return this.#shelf.isBuried(id) ? undefined : there;
      if (there === undefined) return text;
      const [ours, theirs] = [this.#shelf.understand(id, text), this.#shelf.understand(id, there)];
      if (theirs.state === 'aside') {
        if (theirs.why === 'newer') throw new Error('The disk holds what a later version wrote.');
        return text;
      }
      return ours.state === 'kept' && !isLater(theirs, ours) ? text : there;
    });
    if (this.#shelf.text(id) === null) this.#shelf.unbury(id);
  }

  /**
   * Puts back what the disk has and the shelf lacks, or has in an earlier state. Where this page has saved meanwhile, both stay:
   * what the disk has comes under a new id. What the disk lacks, as after a page that was left while it saved, is copied there.
   *
   * @param opened how each id stood when this page opened it
   * @returns the ids that were put back
   * @throws Error where the disk cannot be read
   */
  async recover(opened: ReadonlyMap<string, Mark & { saved: string }>): Promise<string[]> {
    for (const id of this.#shelf.buried()) await this.mirror(id);
    const texts = await (await this.#disk()).all();
    const put = [...texts].flatMap(([id, text]) => this.#putBack(id, text, opened.get(id)));
    for (const { id } of this.#shelf.list().kept) if (this.#shelf.text(id) !== texts.get(id)) await this.mirror(id);
    return put;
  }

  #putBack(id: string, text: string, before: (Mark & { saved: string }) | undefined): string[] {
    const shelf = this.#shelf;
    const theirs = shelf.understand(id, text);
    if (shelf.isBuried(id) || (theirs.state === 'aside' && theirs.why === 'unreadable')) return [];
    const ours = shelf.find(id);
    if (ours.state === 'none') {
      shelf.put(id, text);
      return [id];
    }
    if (theirs.state === 'aside' || (ours.state === 'aside' && ours.why === 'newer')) return [];
    if (ours.state === 'aside') shelf.copyAside(id, ours.text);
    else if (before && ours.stamp !== before.stamp) {
      if (!isLater(theirs, before) || theirs.stamp === ours.stamp) return [];
      const copy = newId();
      shelf.put(copy, text);
      return [copy];
    } else if (!isLater(theirs, ours)) return [];
    shelf.put(id, text);
    return [id];
  }
}
