/** How often a slow property is tried: a fifth of the rounds as a rule, all of them with `EVERYTHING=1`. */
export const rounds = (all: number): number => (process.env.EVERYTHING === '1' ? all : Math.ceil(all / 5));
