/** What stands behind one mark of a figure: the build writes a list of them, the browser reads it. */
export interface Detail {
  title: string;
  /** an address inside the site, without base path */
  to?: string | undefined;
  /** what it is and whose, in words */
  mark: string;
  says: readonly { label: string; text: string }[];
  sources: readonly { text: string; to: string }[];
}
