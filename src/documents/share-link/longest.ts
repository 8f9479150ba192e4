/** The most characters that a whole address may have to be shared as a link. Some programs for mail and chat break longer ones. */
export const LONGEST = 2000;

/** Whether a whole address, from `https:` to its end, may be shared as a link. */
export const fits = (address: string): boolean => address.length <= LONGEST;
