import type { Disk } from './disk.ts';
import type { Kept, Read, WhyAside } from './envelope.ts';

/** What a store is made of. */
export interface StoreOptions<T> {
  /** what all its keys begin with; no other key of the site begins so */
  prefix: string;
  /** of what the values mean, from 1 */
  version: number;
  read: Read<T>;
  /** where values are kept: `localStorage`, if nothing else is given. It is asked each time, because it may throw at any time */
  storage?: () => Storage | null;
  /** what outlives a browser that is killed: IndexedDB under the name of the prefix, if nothing else is given */
  disk?: () => Promise<Disk>;
  now?: () => Date;
  /** what tells of other tabs by the event `storage`: the window, if nothing else is given */
  listen?: EventTarget;
}

/** A text that is left alone, as it is, so that a reader can download it. */
export interface Aside {
  key: string;
  text: string;
  why: WhyAside;
}

/** Everything that a store holds. */
export interface Listed<T> {
  /** newest first */
  kept: ({ id: string } & Kept<T>)[];
  aside: Aside[];
  /** the browser does not let the page keep anything; the lists are empty then */
  blocked: boolean;
}

/** What stands under an id. */
export type Opened<T> = ({ state: 'kept' } & Kept<T>) | { state: 'none' } | ({ state: 'aside' } & Aside) | { state: 'blocked' };

/** The result of saving. Only `saved` wrote anything under the id. */
export type Saved<T> =
  | { state: 'saved'; saved: string }
  /** the browser does not let the page keep anything */
  | { state: 'blocked' }
  /** there is no room left; what was saved before, if anything was, is still there */
  | { state: 'full'; since?: string }
  /** something else stands there than was last opened, taken or saved here */
  | { state: 'changed'; theirs: Kept<T> }
  /** what was opened or saved here has been removed since */
  | { state: 'gone' }
  /** what stands there was written by a later version of the site */
  | { state: 'newer' };

/** The result of deleting. `was` can be passed to `keep` to undo it. */
export type Forgotten<T> =
  | { state: 'forgotten'; was: Kept<T> }
  | { state: 'none' }
  /** it cannot be read, so it was not removed */
  | ({ state: 'aside' } & Aside)
  | { state: 'blocked' };

/** What another tab did to an id. */
export type News<T> = { state: 'changed'; theirs: Kept<T> } | { state: 'gone' } | ({ state: 'aside' } & Aside);
