import { addressOf } from '../lib/urls.ts';
import { kindLabel, titleOf, usedKinds } from './labels.ts';
import type { Guide } from './types.ts';

/** One line of the A to Z: an address inside the site (without base path) under a name. */
export interface Line {
  title: string;
  kind: string;
  address: string;
  /** other words for it, for finding the nearest page */
  also: readonly string[];
}

/** Pages that list or lead, and so stand in no list themselves. */
const LEFT_OUT = new Set(['pages/404', 'pages/search']);

/** Kinds whose entries stand in a list of their own: links by their ends, and questions of the quiz that a list would answer. */
const ELSEWHERE = new Set(['links', 'quiz']);

/** Entries of the guide and lists of a kind by name, for readers without search. */
export const aToZ = (guide: Guide): Line[] =>
  [
    ...[...guide.entries.values()]
      .filter((entry) => !ELSEWHERE.has(entry.kind) && !LEFT_OUT.has(entry.ref))
      .map((entry) => ({
        title: entry.kind === 'pages' && entry.id === 'home' ? 'Home' : titleOf(entry),
        kind: kindLabel(guide, entry.kind),
        address: addressOf(entry.ref),
        also: 'aliases' in entry.data ? entry.data.aliases : 'also' in entry.data ? entry.data.also : [],
      })),
    ...usedKinds(guide).map((kind) => ({ title: guide.about.kinds[kind].title, kind: 'Page', address: addressOf(kind), also: [] })),
  ].sort((a, b) => a.title.localeCompare(b.title, 'en') || a.address.localeCompare(b.address, 'en'));
