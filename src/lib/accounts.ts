/** Whose account a fact of a program is: the program's, its staff's or its payer's own, or anybody else's. */
export const ACCOUNTS = ['own', 'other'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** The same as readers see it. */
export const ACCOUNT_WORDS: Readonly<Record<Account, string>> = { own: 'Own account', other: 'Outside account' };
