/**
 * A generator of numbers that the same text always starts alike: FNV-1a makes a number of the text, mulberry32 goes on from
 * there (Tommy Ettinger, public domain). For order and choice only, never for secrets.
 *
 * @returns a function that gives numbers from 0 up to, and without, 1
 */
export function seeded(text: string): () => number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) as number), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same items in an order that only the seed decides (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], seed: string): T[] {
  const next = seeded(seed);
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}
