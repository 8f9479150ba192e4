/** One thing told of a case, as the page that compares shows it. */
export interface SheetItem {
  /** what is said */
  text: string;
  /** the source by its short name; left out where nobody speaks but the guide's own words */
  source?: string;
  /** the address of the fact, with the base path */
  address?: string;
  /** whose account and of when: "Own account. 2020 figures." */
  account?: string;
}

/** A row of the comparison: the same heading in every case, in one order. */
export interface SheetRow {
  heading: string;
  items: readonly SheetItem[];
}

/** A case as the page that compares shows it. */
export interface CaseSheet {
  name: string;
  /** country and kind of system */
  place: string;
  /** the address of its page, with the base path */
  address: string;
  rows: readonly SheetRow[];
}
