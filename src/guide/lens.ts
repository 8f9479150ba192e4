import type { Voice } from '../lib/voices.ts';
import { hasPage, usedKinds } from './entries.ts';
import type { Entry, Guide } from './types.ts';

/** True where the lens "Only the paper" has something to leave standing. */
export const hasLens = (statements: readonly { voice: Voice }[]): boolean => statements.some(({ voice }) => voice === 'paper');

/** References of all pages with the lens: of a kind of finding, since the paper opens its list, and of each entry in which the paper speaks. */
export const lensPages = (guide: Guide): string[] => [
  ...usedKinds(guide),
  ...[...guide.entries.values()].filter((entry) => hasPage(entry) && hasLens(entry.statements)).map(({ ref }) => ref),
];

/**
 * The marked passages that the page of an entry is written with, by voice. What a page passes on from other pages, in
 * lists and figures, is none of them.
 *
 * @returns the statements of the entry, and what its other fields say: by way of what a link works, why it is not linked despite a source, the case against it, what would change our mind and what sources say; the case and the rubric of a lesson
 */
export const passagesOf = (entry: Entry): { voice: Voice }[] => [...entry.statements, ...fieldVoices(entry).map((voice) => ({ voice }))];

function fieldVoices(entry: Entry): Voice[] {
  if (entry.kind === 'lessons')
    return [...(entry.data.case ? (['example'] as const) : []), ...(entry.data.rubric ? (['editors'] as const) : [])];
  if (entry.kind !== 'links' || entry.data.state === 'not-assessed') return [];
  const { data } = entry;
  return [
    'editors',
    'editors',
    ...(data.state === 'not-linked' ? [data['by-way-of'], data.despite].flatMap((said) => (said ? ['editors' as const] : [])) : []),
    ...data.sources.map(() => 'others' as const),
  ];
}
