/**
 * Texts by id on the reader's disk, beside those in `localStorage`. Browsers write `localStorage` to the disk up to half a
 * minute later: what was saved in between is lost when the browser is killed.
 */
export interface Disk {
  all(): Promise<ReadonlyMap<string, string>>;
  /**
   * Replaces what stands under an id, in one step that nothing else comes between. Fulfilled when it is on the disk.
   *
   * @param next gets what stands there and gives what shall; undefined removes it
   */
  change(id: string, next: (there: string | undefined) => string | undefined): Promise<void>;
}
