import type { Sort } from '../../documents/site-search/name-files.ts';

/** Choices of one facet widen each other, facets narrow each other. */
export interface Choice {
  kind: readonly string[];
  voice: readonly string[];
}

/** Below which share of the best score a page is no answer. */
const LEAST = 0.05;

type Ranked = { name: Sort };

/** True for a page that a choice leaves. */
export const fits = ({ kind, voices }: Sort, choice: Choice): boolean =>
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
  for (const { name } of found) {
    const ofKind = fits(name, { kind: choice.kind, voice: [] });
    const ofVoice = fits(name, { kind: [], voice: choice.voice });
    const add = (key: string, counts: boolean) => many.set(key, (many.get(key) ?? 0) + Number(counts));
    add(`kind=${name.kind}`, ofVoice);
    for (const voice of name.voices) add(`voice=${voice}`, ofKind);
  }
  return many;
}
