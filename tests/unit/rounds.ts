/** How often a slow property is tried: a fifth of the rounds as a rule, all of them with `EVERYTHING=1`. */
export const rounds = (all: number): number => (process.env.EVERYTHING === '1' ? all : Math.ceil(all / 5));

/** One of `n` of a long list, always the same ones; `EVERYTHING=1` gives them all. */
export const oneOf = <T>(n: number, list: readonly T[]): T[] => list.filter((_, i) => process.env.EVERYTHING === '1' || i % n === 0);
