import { listed } from '../../lib/text.ts';
import { cutWords } from '../share-link/arrived-link.ts';
import { type Chair, emptyCheck, hasSaid, isSame, MOST_CHAIRS, nameOf, type SelfCheck } from './chair.ts';

/** The result of adding views to those that are there. */
export interface Joined {
  check: SelfCheck;
  /** places of the views that came to the table */
  added: number[];
  /** how many were there already, word for word */
  known: number;
  /** how many found no room */
  over: number;
}

/**
 * Puts views beside those that are there. Nothing that was said is changed or lost: what says the same, word for word, is
 * left out, and what finds no room is counted. A chair in which nobody sat comes last, and makes room where there is none.
 */
export function join(check: SelfCheck, views: readonly Chair[]): Joined {
  let now = emptyLast(check);
  const joined = { known: 0, over: 0 };
  const added: Chair[] = [];
  for (const view of views.filter(hasSaid)) {
    if (now.chairs.some((chair) => isSame(chair, view))) {
      joined.known += 1;
      continue;
    }
    const empty = now.chairs.findIndex((chair) => !hasSaid(chair));
    if (now.chairs.length >= MOST_CHAIRS && empty >= 0) now = empty === now.own ? { ...without(now, empty), own: 0 } : without(now, empty);
    if (now.chairs.length >= MOST_CHAIRS) joined.over += 1;
    else {
      now = emptyLast({ ...now, chairs: [...now.chairs, view] });
      added.push(view);
    }
  }
  return { ...joined, check: now, added: added.map((view) => now.chairs.indexOf(view)) };
}

/** The same views, those in which nothing was said last. */
function emptyLast({ chairs, own }: SelfCheck): SelfCheck {
  const mine = chairs[own];
  const sorted = [...chairs.filter(hasSaid), ...chairs.filter((chair) => !hasSaid(chair))];
  return { chairs: sorted, own: mine ? sorted.indexOf(mine) : 0 };
}

/** Takes a view away; there is always one to write in. */
export function without({ chairs, own }: SelfCheck, place: number): SelfCheck {
  const left = chairs.filter((_, i) => i !== place);
  if (left.length === 0) return emptyCheck();
  return { chairs: left, own: Math.min(place < own ? own - 1 : own, left.length - 1) };
}

/**
 * Puts a view back where it was before it was taken away, beside all that was written since.
 *
 * @param own whether it was the one that is written in
 * @returns nothing where there is no room any more
 */
export function putBack(check: SelfCheck, chair: Chair, place: number, own: boolean): SelfCheck | undefined {
  const { chairs } = check;
  // where it was the only one, an empty one stands in its place
  if (chairs.length === 1 && !hasSaid(chairs[0] as Chair)) return { chairs: [chair], own: 0 };
  if (chairs.length >= MOST_CHAIRS) return undefined;
  const at = Math.min(place, chairs.length);
  return { chairs: [...chairs.slice(0, at), chair, ...chairs.slice(at)], own: own ? at : at <= check.own ? check.own + 1 : check.own };
}

/** The views without some others; there is always one to write in. */
export function apart({ chairs, own }: SelfCheck, views: readonly Chair[]): SelfCheck {
  const left = chairs.filter((chair) => !views.some((view) => isSame(view, chair)));
  return left.length === 0 ? emptyCheck() : { chairs: left, own: Math.max(0, left.indexOf(chairs[own] as Chair)) };
}

/**
 * Makes a view the one that is written in. An empty one that stood there before is taken away: nobody sat in it. A place
 * where nobody sits changes nothing.
 */
export function taken(check: SelfCheck, place: number): SelfCheck {
  if (!check.chairs[place]) return check;
  const before = check.own;
  const now = { ...check, own: place };
  const old = check.chairs[before];
  return old && before !== place && !hasSaid(old) ? without(now, before) : now;
}

/**
 * The notice for views that came: whose they are, and that nothing was lost.
 *
 * @param way how they came: "by a link"
 */
export function joinedSentence({ check, added, known, over }: Joined, way: string): string {
  const names = added.map((place) => nameOf(check.chairs[place] as Chair, place));
  const own = nameOf(check.chairs[check.own] as Chair, check.own);
  return [
    ...(names.length === 0
      ? []
      : added.includes(check.own)
        ? [`${listed(names)} came ${way}. No place is free, so the form shows ${own}: change it only if it is yours.`]
        : [
            `${listed(names)} came ${way} and ${names.length === 1 ? 'is' : 'are'} set beside your own view. Nothing of yours was changed.`,
          ]),
    ...(known === 1
      ? ['One view was here already, word for word.']
      : known > 1
        ? [`${known} views were here already, word for word.`]
        : []),
    ...(over > 0
      ? [`There is room for ${MOST_CHAIRS} views: ${over} more ${over === 1 ? 'was' : 'were'} left out. Take one away first.`]
      : []),
    ...(names.length + known + over === 0 ? ['There is no answer in it.'] : []),
  ].join(' ');
}

/** The notice for a link to views that was cut: how many questions came, and whether notes are lost. */
export function cutCheck({ read, of, notes }: { read: number; of: number; notes: boolean }): string {
  if (read < of) return `${cutWords(read, of, 'questions')}${read > 0 ? ' The rest are marked “not answered”.' : ''}`;
  return `This link is incomplete. All ${of} questions could be read${notes ? ', but some notes are missing or cut' : ''}.`;
}
