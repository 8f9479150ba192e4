/** What a printed sum of money is. A sum that is saved or earned is somebody's claim. */
export const SUM_KINDS = ['budget', 'award', 'program', 'gift', 'saving', 'cost'] as const;
export type SumKind = (typeof SUM_KINDS)[number];

/** The same as readers see it. */
export const SUM_WORDS: Readonly<Record<SumKind, string>> = {
  budget: 'Money of a year',
  award: 'One award',
  program: 'A program or several awards',
  gift: 'Gift or endowment',
  saving: 'Saved or earned, as claimed',
  cost: 'Cost or price',
};

/** The currencies in which sums are printed, with the sign before the number. None is turned into another. */
export const CURRENCIES = { USD: '$', CAD: 'C$', AUD: 'A$', GBP: '£', EUR: '€', CHF: 'CHF ' } as const;
export type Currency = keyof typeof CURRENCIES;

/** How the number printed bounds the sum. */
export const BOUNDS = ['about', 'over', 'under', 'up to'] as const;

export interface Sum {
  /** in whole units of the currency */
  amount: number;
  currency: Currency;
  /** the year it is of, where the source shows one */
  year?: number | undefined;
  bound?: (typeof BOUNDS)[number] | undefined;
}

/** A sum as running text has it, in its own currency: "over $64 million (2020)", "C$150,000 (year not shown)". */
export const sumWords = (sum: Sum): string => `${amountWords(sum)} (${sum.year ?? 'year not shown'})`;

/** The same without its year. */
export function amountWords({ amount, currency, bound }: Sum): string {
  const [unit, name] = amount >= 1e9 ? [1e9, ' billion'] : amount >= 1e6 ? [1e6, ' million'] : [1, ''];
  const number = (amount / unit).toLocaleString('en-US', { maximumFractionDigits: 3 });
  return `${bound ? `${bound} ` : ''}${CURRENCIES[currency]}${number}${name}`;
}
