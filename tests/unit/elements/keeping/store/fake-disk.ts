import type { Disk } from '../../../../../src/elements/keeping/store/disk.ts';

/** A disk in memory, which can fail or take its time. */
export class FakeDisk implements Disk {
  readonly texts = new Map<string, string>();
  /** waited for before each step; where it rejects, the step fails */
  before: () => Promise<void> = async () => {};

  async all(): Promise<ReadonlyMap<string, string>> {
    await this.before();
    return new Map(this.texts);
  }

  async change(id: string, next: (there: string | undefined) => string | undefined): Promise<void> {
    await this.before();
    const text = next(this.texts.get(id));
    if (text === undefined) this.texts.delete(id);
    else this.texts.set(id, text);
  }
}
