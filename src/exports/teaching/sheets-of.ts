import type { Part } from '../../guide/types.ts';
import { itemAt, lastOf } from '../../lib/items.ts';
import type { Voice } from '../../lib/voices.ts';
import { type Said, sizeFor, WORDS } from './slide-sheet.ts';

/** A sentence or an item of a list: what is not taken apart unless it is too long for a sheet by itself. */
type Piece = Part;

const words = (text: string): number => text.split(' ').length;

/** The sentences of a text. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!][”"]?) (?=\S)/);

/**
 * A text on as few sheets as hold it, an idea or two on each, broken after sentences and items; only a sentence that is too
 * long for a sheet is broken between words. The sheets of one text hold about as many words each. A list that goes on to the
 * next sheet has the sentence that leads to it there again.
 *
 * @param voice whose it is: it decides the face, and so what fits
 */
export function sheetsOf(parts: readonly Part[], voice?: Voice): Said[] {
  const pieces = parts.flatMap(({ text, item }) =>
    (item ? [text] : sentencesOf(text)).flatMap((one) => broken(one, voice).map((piece): Piece => ({ text: piece, item }))),
  );
  return grouped(pieces, voice).map(([from, to]) => saidOf(pieces, from, to, voice));
}

/** What stands on a sheet of the pieces from one to before another. */
function saidOf(pieces: readonly Piece[], from: number, to: number, voice: Voice | undefined): Said {
  const own = pieces.slice(from, to);
  const texts = own.filter(({ item }) => !item).map(({ text }) => text);
  const items = own.filter(({ item }) => item).map(({ text }) => text);
  if (texts.length > 0) return { title: texts.join(' '), items };
  const lead = pieces.slice(0, from).findLast(({ item }) => !item)?.text;
  const led = { title: lead ?? '', items };
  // every sheet has a title; where there is no room for both, what is new stands there
  if (lead !== undefined && (items.length > 1 || sizeFor(led, voice))) return led;
  return { title: itemAt(items, 0), items: items.slice(1) };
}

/** From where to where the pieces of each sheet go: few sheets first, then sheets alike. */
function grouped(pieces: readonly Piece[], voice: Voice | undefined): [from: number, to: number][] {
  interface Way {
    count: number;
    cost: number;
    from: number;
  }
  const ways: Way[] = [{ count: 0, cost: 0, from: 0 }];
  for (let to = 1; to <= pieces.length; to++) {
    let best: Way | undefined;
    for (let from = to - 1; from >= 0; from--) {
      const own = pieces.slice(from, to);
      const { count, cost } = itemAt(ways, from);
      const said = saidOf(pieces, from, to, voice);
      const size = [said.title, ...said.items].reduce((sum, text) => sum + words(text), 0);
      // a text after a list begins a sheet of its own, and a sentence that leads to a list does not stay behind
      const turns = own.some(({ item }, i) => i > 0 && !item && itemAt(own, i - 1).item);
      const leaves = to < pieces.length && itemAt(pieces, to).item && !lastOf(own).item;
      if (own.length > 1 && (turns || size > WORDS || !sizeFor(said, voice))) break;
      const way = { count: count + 1 + (leaves ? 1 : 0), cost: cost + size ** 2, from };
      if (!best || way.count < best.count || (way.count === best.count && way.cost < best.cost)) best = way;
    }
    ways.push(best ?? { count: 0, cost: 0, from: to - 1 });
  }
  const groups: [number, number][] = [];
  for (let to = pieces.length; to > 0; to = itemAt(ways, to).from) groups.unshift([itemAt(ways, to).from, to]);
  return groups;
}

/** A sentence in pieces that fit on a sheet each. */
function broken(text: string, voice: Voice | undefined): string[] {
  if (sizeFor({ title: text, items: [] }, voice)) return [text];
  const pieces: string[] = [];
  for (const word of text.split(' ')) {
    const longer = pieces.length > 0 ? `${lastOf(pieces)} ${word}` : word;
    if (pieces.length > 0 && sizeFor({ title: longer, items: [] }, voice)) pieces[pieces.length - 1] = longer;
    else pieces.push(word);
  }
  return pieces;
}
