/** The place of the first right address, from 1; 0 where there is none. */
export const rankOf = (accept: readonly string[], got: readonly string[]): number =>
  got.findIndex((address) => accept.includes(address)) + 1;

/** Share first, share in the first three, and mean reciprocal rank over the first ten. */
export function measured(ranks: readonly number[]): string {
  const share = (most: number) => `${((100 * ranks.filter((rank) => rank > 0 && rank <= most).length) / ranks.length).toFixed(1)} %`;
  const mean = ranks.reduce((sum, rank) => sum + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0) / ranks.length;
  return `${share(1).padStart(7)} ${share(3).padStart(7)} ${mean.toFixed(3)}`;
}
