import type { Voice } from '../../lib/voices.ts';

/** The mark of a voice, as a passage begins with it. */
export interface VoiceMark {
  voice: Voice;
  label: string;
}

/** A piece of a passage: text, marked where it matched. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** The statement or section that matched best, with its voice where it has one. */
export interface Passage {
  /** fragment of the statement or section; undefined before the first one */
  id: string | undefined;
  voice: Voice | undefined;
  pieces: Piece[];
}

/** What Pagefind tells of a page, as far as a passage needs it. Locations count words of `content`. */
export interface Indexed {
  content: string;
  anchors: readonly { id: string; location: number }[];
  weighted_locations: readonly { location: number; balanced_score: number }[];
  locations: readonly number[];
}

/**
 * The part of a page that answers a query, cut so that it never runs from one statement into the next: the words of one
 * voice stand under that voice's mark.
 *
 * @param page see `Indexed`
 * @param voices the marks of the voices; a statement begins with one
 * @param most how many words to show
 */
export function passage(page: Indexed, voices: readonly VoiceMark[], most = 32): Passage {
  const words = page.content.split(/\s+/);
  const best = page.weighted_locations
    .filter(({ location }) => location < words.length)
    .sort((a, b) => b.balanced_score - a.balanced_score || a.location - b.location)[0]?.location;
  const anchors = page.anchors.filter(({ location }) => location < words.length).sort((a, b) => a.location - b.location);
  const anchor = best === undefined ? undefined : anchors.findLast(({ location }) => location <= best);
  const start = anchor?.location ?? 0;
  const end = anchors.find(({ location }) => location > start)?.location ?? words.length;
  const opening = words.slice(start, end).join(' ');
  const mark = voices.find(({ label }) => opening.startsWith(label));
  const from = start + (mark ? mark.label.split(/\s+/).length : 0);
  const center = Math.max(from, best ?? from);
  const first = end - from <= most ? from : Math.min(Math.max(from, center - Math.floor(most / 3)), end - most);
  const last = Math.min(end, first + most);
  const matched = new Set(page.locations);
  const pieces: Piece[] = [];
  for (let i = first; i < last; i++) {
    const before = pieces.at(-1);
    const marked = matched.has(i);
    if (before && before.marked === marked) before.text += ` ${words[i]}`;
    else if (before?.marked) pieces.push({ text: ` ${words[i]}`, marked });
    else {
      if (before) before.text += ' ';
      pieces.push({ text: words[i] as string, marked });
    }
  }
  if (first > from) pieces.unshift({ text: '… ', marked: false });
  if (last < end) pieces.push({ text: ' …', marked: false });
  return { id: anchor?.id, voice: mark?.voice, pieces };
}
