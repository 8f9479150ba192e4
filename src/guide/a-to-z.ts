import { addressOf } from '../lib/urls.ts';
import { isListed, usedKinds } from './entries.ts';
import { kindLabel, titleOf } from './labels.ts';
import type { Guide } from './types.ts';

/** One line of the A to Z: an address inside the site (without base path) under a name. */
export interface Line {
  title: string;
  kind: string;
  address: string;
}

/** Entries of the guide and lists of a kind by name, for readers without search. */
export const aToZ = (guide: Guide): Line[] =>
  [
    ...[...guide.entries.values()]
      .filter((entry) => isListed(entry, 'a-to-z') && entry.ref !== 'pages/search')
      .map((entry) => ({
        title: entry.kind === 'pages' && entry.id === 'home' ? 'Home' : titleOf(entry),
        kind: kindLabel(guide, entry.kind),
        address: addressOf(entry.ref),
      })),
    ...usedKinds(guide).map((kind) => ({ title: guide.about.kinds[kind].title, kind: 'Page', address: addressOf(kind) })),
  ].sort((a, b) => a.title.localeCompare(b.title, 'en') || a.address.localeCompare(b.address, 'en'));
