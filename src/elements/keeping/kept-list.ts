import { button, element } from '../shared/dom.ts';
import type { WhyAside } from './store/envelope.ts';
import type { Aside } from './store/results.ts';

/** What can be done with what the browser keeps. */
export interface KeptActs {
  open(id: string): void;
  /** something else that a page can do with it */
  more?: { label: string; run(id: string): void };
  remove(id: string): void;
  download(aside: Aside): void;
}

/** "November 25, 2026, 14:32" in the reader's own time. */
const moment = (iso: string): string => {
  const date = new Date(iso);
  return `${date.toLocaleDateString('en', { day: 'numeric', month: 'long', year: 'numeric' })}, ${clock(iso)}`;
};

/** "14:32" in the reader's own time. */
export const clock = (iso: string): string =>
  new Date(iso).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** How sure it is that something saved will last: on its way to the disk, there, or in a browser that does not say. */
export type Surety = 'keeping' | 'kept' | 'unsure';

/** When an item was saved, in words: the time if it was today, else the day too. */
export function keptLine(iso: string, surety: Surety): string {
  const when = new Date(iso).toDateString() === new Date().toDateString() ? `at ${clock(iso)}` : `on ${moment(iso)}`;
  if (surety === 'keeping') return 'Being kept in this browser…';
  if (surety === 'kept') return `Kept in this browser ${when}.`;
  return `Saved in this browser ${when}. If the browser crashes soon after, the last change may be lost.`;
}

/** The line for a text that was set aside. */
export const ASIDE_WORDS: Readonly<Record<WhyAside, string>> = {
  newer: 'This was kept by a newer version of the guide. Reload the page to update. Nothing in it was changed.',
  unreadable: 'This can’t be read. It was set aside and not changed.',
};

/**
 * What else is kept in this browser, newest first, and what was set aside because it cannot be read, as items of a list.
 *
 * @param nameOf what a kept value is called
 */
export function keptList<T>(
  kept: readonly { id: string; saved: string; value: T }[],
  aside: readonly Aside[],
  nameOf: (value: T) => string,
  acts: KeptActs,
): Node[] {
  const act = (label: string, name: string, run: () => void): HTMLButtonElement => {
    const made = button(label, run);
    made.className = 'plain';
    made.setAttribute('aria-label', `${label}: ${name}`);
    return made;
  };
  const row = (name: string, note: string, ...buttons: HTMLButtonElement[]): HTMLElement => {
    const title = element('b', name);
    const small = element('p', note);
    const go = element('p', '', ...buttons);
    [title.className, small.className, go.className] = ['to', 'why', 'go'];
    return element('li', '', title, small, go);
  };
  return [
    ...kept.map(({ id, saved, value }) => {
      const name = nameOf(value);
      return row(
        name,
        `Kept on ${moment(saved)}`,
        act('Open', name, () => acts.open(id)),
        ...(acts.more ? [act(acts.more.label, name, () => acts.more?.run(id))] : []),
        act('Delete', name, () => acts.remove(id)),
      );
    }),
    ...aside.map((one) =>
      row(
        'Set aside',
        ASIDE_WORDS[one.why],
        act('Download it', one.key, () => acts.download(one)),
      ),
    ),
  ];
}
