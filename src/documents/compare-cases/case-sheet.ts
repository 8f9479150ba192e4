/** One thing told of a case, as the page that compares shows it. */
export interface SheetItem {
  /** what is said */
  text: string;
  /** the source by its short name; left out where nobody speaks but the guide's own words */
  source?: string;
  /** the address of the fact, with the base path */
  address?: string;
  /** whose account and of when: "It tells of itself. 2020 figures." */
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

/** The fewest and the most that stand side by side. */
export const [FEWEST, MOST] = [2, 4];

/** What the status says of a choice: how many are chosen, and what is missing. */
export const choiceWords = (count: number): string =>
  count < FEWEST
    ? count === 0
      ? 'Choose two cases or more.'
      : 'Choose one more case to compare.'
    : `${['two', 'three', 'four'][count - FEWEST]} cases side by side.`.replace(/^./, (letter) => letter.toUpperCase());
