import type { SearchName } from './search-name.ts';

/** Choices of one facet widen each other, facets narrow each other. */
export interface Choice {
  kind: readonly string[];
  voice: readonly string[];
}

/** Below which share of the best score a page is left out. */
const LEAST = 0.18;

type Ranked = { name: SearchName; score?: number };

/** True for a page that a choice leaves. */
export const fits = ({ kind, voices }: SearchName, choice: Choice): boolean =>
  (choice.kind.length === 0 || choice.kind.includes(kind)) &&
  (choice.voice.length === 0 || voices.some((voice) => choice.voice.includes(voice)));

/**
 * What a choice leaves of a ranked list, without the tail that hardly matches.
 *
 * @param ranked best first; without scores, everything
 */
export function leave<T extends Ranked>(ranked: readonly T[], choice: Choice): T[] {
  const left = ranked.filter(({ name }) => fits(name, choice));
  const best = left[0]?.score ?? 0;
  return left.filter(({ score = 0 }) => score >= best * LEAST);
}

/** How many results each value of a facet would leave by itself, with the other facet as it is: `kind=Page` to 12. */
export function counts(ranked: readonly Ranked[], choice: Choice): Map<string, number> {
  const found = new Map<string, number>();
  for (const facet of ['kind', 'voice'] as const) {
    const values = new Set(ranked.flatMap(({ name }) => (facet === 'kind' ? [name.kind] : name.voices)));
    for (const value of values) found.set(`${facet}=${value}`, leave(ranked, { ...choice, [facet]: [value] }).length);
  }
  return found;
}
