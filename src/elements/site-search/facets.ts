import type { SearchName } from '../../documents/site-search/search-name.ts';

/** Choices of one facet widen each other, facets narrow each other. */
export interface Choice {
  kind: readonly string[];
  voice: readonly string[];
}

/** Below which share of the best score a page is no answer. */
const LEAST = 0.05;

type Ranked = { name: SearchName };

/** True for a page that a choice leaves. */
export const fits = ({ kind, voices }: SearchName, choice: Choice): boolean =>
  (choice.kind.length === 0 || choice.kind.includes(kind)) &&
  (choice.voice.length === 0 || voices.some((voice) => choice.voice.includes(voice)));

/**
 * What was found, without the tail that hardly matches. Whatever is chosen or counted later is chosen and counted of this.
 *
 * @param ranked best first; a page that holds a number or phrase as it was asked for stays
 */
export function matching<T extends Ranked & { score: number; holds?: boolean }>(ranked: readonly T[]): T[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score, holds }) => holds || score >= best * LEAST);
}

/** Filters results by a choice; keeps their order. */
export const leave = <T extends Ranked>(found: readonly T[], choice: Choice): T[] => found.filter(({ name }) => fits(name, choice));

/** How many results each value of a facet would leave by itself, with the other facet as it is: `kind=Page` to 12. */
export function counts(found: readonly Ranked[], choice: Choice): Map<string, number> {
  const many = new Map<string, number>();
  for (const facet of ['kind', 'voice'] as const) {
    const values = new Set(found.flatMap(({ name }) => (facet === 'kind' ? [name.kind] : name.voices)));
    for (const value of values) many.set(`${facet}=${value}`, leave(found, { ...choice, [facet]: [value] }).length);
  }
  return many;
}
