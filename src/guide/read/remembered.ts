/** How many readings are remembered at most; a guide with more files is read anew each time. */
const MOST = 2_000;

/**
 * Remembers what was last read of each file, so that after a change of one file the others are not read again.
 *
 * @param read reads a text; the same arguments must give the same reading, and nobody may change what it gave
 * @returns the same, which reads only what has changed
 */
export function remembered<A extends readonly [file: string, source: string, ...more: unknown[]], R>(
  read: (...args: A) => R,
): (...args: A) => R {
  const last = new Map<string, { args: A; reading: R }>();
  return (...args) => {
    const known = last.get(args[0]);
    if (known?.args.length === args.length && args.every((arg, i) => arg === known.args[i])) return known.reading;
    const reading = read(...args);
    if (last.size >= MOST) last.clear();
    last.set(args[0], { args, reading });
    return reading;
  };
}
