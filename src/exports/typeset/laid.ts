import { type MarkShape, markPath } from '../../charts/marks.ts';
import { linkMark, VOICE_SHAPES } from '../../charts/voice-marks.ts';
import type { Guide, Part } from '../../guide/types.ts';
import { INKS, VOICE_INKS } from '../../lib/inks.ts';
import { addressOf } from '../../lib/urls.ts';
import { VOICES } from '../../lib/voices.ts';
import type { AddressFor } from '../addresses.ts';
import { type Block, type Inline, inSteps, type Line, type Linked, lineOf, type Said } from '../edition/blocks.ts';

/**
 * What the templates read. Everything is a text, a number or a list: a text is shown as it is, whatever stands in it.
 */
export type LaidInline =
  | string
  | { text: string; to?: string; url?: string }
  | { strong: string }
  | { open: 'box' | 'blank' }
  | { text: string; link: string }
  | { sign: string; alt: string };
export type LaidLine = readonly LaidInline[];

/** Paragraphs and items. */
export type LaidParts = readonly { item: boolean; line: LaidLine }[];

export interface LaidSaid {
  type: 'said';
  sign: string;
  color: string;
  /** the words of its mark, where a run of one mark begins; empty inside it */
  label: string;
  parts: LaidParts;
  notes: readonly LaidLine[];
  anchor: string;
}

export type Laid =
  | LaidSaid
  | { type: 'heading'; level: number; text: string; anchor: string }
  | { type: 'facts'; facts: readonly { name: string; value: LaidLine }[] }
  | { type: 'direction'; label: string; parts: LaidParts; anchor: string }
  | { type: 'list' | 'together'; items: readonly Laid[] }
  | { type: 'text'; parts: LaidParts }
  | { type: 'line'; line: LaidLine }
  | {
      type: 'table';
      head: readonly LaidLine[];
      rows: readonly (readonly LaidLine[])[];
      columns: readonly ('auto' | number)[];
      small: boolean;
    }
  | { type: 'figure'; svg: string; alt: string; title: string; width: number; height: number }
  | { type: 'lines'; count: number }
  | { type: 'rule' };

/** What only pages have: lines to write on, a text without a mark in its paragraphs and items, and what no page's end may part. */
export type PageBlock =
  | Block
  | { type: 'lines'; count: number }
  | { type: 'text'; parts: readonly Part[] }
  | { type: 'together'; items: readonly PageBlock[] };

/** Where a link of a text leads once the text is set. */
export interface Places {
  /** the name of a place inside, by its address in the site; undefined where the text does not hold it */
  inside: (address: string) => string | undefined;
  /** whole addresses of what stands outside; undefined where the site's address is not known, and a link would lead nowhere */
  addressFor: AddressFor | undefined;
  fileFor: ((path: string) => string) | undefined;
  /** whether a reader finds a place inside by the number of its page */
  paged: boolean;
}

/** A figure as it is drawn on a page. */
export interface Picture {
  svg: string;
  alt: string;
  title: string;
  width: number;
  height: number;
}

/** The name of a place by its address in the site, as the templates take it. */
export const anchorOf = (ref: string, fragment?: string): string => addressOf(ref, fragment);

/** The key to a mark: its shape and its color. */
const key = (shape: MarkShape, color: string): string => `${shape} ${color}`;
const COLORS: Readonly<Record<string, string>> = { ...VOICE_INKS, muted: INKS.muted };

/** The shape and the color of a mark. */
export function signOf({ voice, state }: Pick<Said, 'voice' | 'state'>): { sign: string; color: string } {
  const { shape, tone } = state
    ? linkMark(state, voice === 'paper' || voice === 'others' || voice === 'editors' ? voice : '')
    : { shape: voice ? VOICE_SHAPES[voice] : ('dot' as const), tone: voice ?? ('muted' as const) };
  const color = COLORS[tone] ?? INKS.muted;
  return { sign: key(shape, color), color };
}

/** A mark as a drawing of its own, ten units wide. */
export function signSvg(sign: string): string {
  const [shape = '', color = ''] = sign.split(' ');
  const path = markPath(shape as MarkShape, 10);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 10 10" width="10" height="10"><path fill="#${color}" fill-rule="evenodd" d="${path}"/></svg>`;
}

/** The marks of the voices with their words and what they mean, for the key. */
export const voiceKey = ({ about }: Pick<Guide, 'about'>) =>
  VOICES.map((voice) => ({ ...signOf({ voice }), label: about.voices[voice].label, meaning: about.voices[voice].meaning }));

/** Lays texts out for the templates: links find their places, and marks stand where a run of one voice begins. */
export class Layout {
  /** every mark that was used */
  readonly signs = new Set<string>();
  readonly #places: Places;
  readonly #picture: (figure: string) => Picture;
  /** the mark of the text before */
  #above = '';

  constructor(places: Places, picture: (figure: string) => Picture) {
    this.#places = places;
    this.#picture = picture;
  }

  /**
   * @param ref of the entry that the blocks are of: their ids are places in it
   * @param deeper so many levels under the headings around it
   */
  blocks(ref: string, blocks: readonly PageBlock[], deeper = 0): Laid[] {
    this.#above = '';
    return inSteps(blocks).flatMap((block) => this.#block(ref, block, deeper));
  }

  line(line: Line): LaidInline[] {
    return line.map((part) => this.#inline(part));
  }

  #block(ref: string, block: PageBlock, deeper: number): Laid[] {
    const anchor = 'id' in block && block.id ? anchorOf(ref, block.id) : '';
    if (block.type !== 'said' && block.type !== 'list') this.#above = '';
    switch (block.type) {
      case 'heading':
        return [{ type: 'heading', level: block.level + deeper, text: block.text, anchor }];
      case 'facts':
        return [{ type: 'facts', facts: block.facts.map(({ name = '', value }) => ({ name, value: this.line(value) })) }];
      case 'said':
        return [this.#said(block, anchor)];
      case 'direction':
        return [{ type: 'direction', label: block.label, parts: this.#parts(block.parts), anchor }];
      case 'list':
        return [{ type: 'list', items: block.items.flatMap((item) => this.#block(ref, item, deeper)) }];
      case 'table':
        return [
          {
            type: 'table',
            head: block.head.map((cell) => this.line(cell)),
            rows: block.rows.map((cells) => cells.map((cell) => this.line(cell))),
            columns: columnsFor([block.head, ...block.rows]),
            small: false,
          },
        ];
      case 'line':
        return [{ type: 'line', line: this.line(block.line) }];
      case 'figure':
        return [...this.#drawn(block.figure), ...(block.instead ? [this.#said(block.instead, '')] : [])];
      case 'together':
        return [{ type: 'together', items: block.items.flatMap((item) => this.#block(ref, item, deeper)) }];
      case 'text':
        return [{ type: 'text', parts: this.#parts(block.parts) }];
      case 'lines':
        return [block];
      case 'rule':
        return [{ type: 'rule' }];
    }
  }

  /** a figure of which nothing is known yet has no height, and no place on a page */
  #drawn(figure: string): Laid[] {
    const picture = this.#picture(figure);
    return picture.height > 0 ? [{ type: 'figure', ...picture }] : [];
  }

  #said({ voice, state, label, text, parts, under }: Said, anchor: string): LaidSaid {
    const { sign, color } = signOf({ voice, state });
    this.signs.add(sign);
    const mark = `${sign} ${label}`;
    const begins = mark !== this.#above;
    this.#above = mark;
    return {
      type: 'said',
      sign,
      color,
      label: begins ? label : '',
      parts: parts ? this.#parts(parts) : [{ item: false, line: this.line(text) }],
      notes: under.filter((line) => !isOwnAddress(line)).map((line) => this.line(line)),
      anchor,
    };
  }

  /** inside a sentence numbers of pages would stand in the way: its links show their words alone */
  #parts(parts: readonly Part[]): LaidParts {
    return parts.map((part) => ({ item: part.item, line: lineOf(part).map((run) => this.#inline(run, false)) }));
  }

  /** @param paged whether it tells where its link leads by the number of the page */
  #inline(part: Inline, paged = this.#places.paged): LaidInline {
    if (typeof part === 'string' || 'strong' in part || 'open' in part) return part;
    const { to, url } = this.#target(part);
    const text = part.text ?? url ?? '';
    if (to) return paged ? { text, to } : { text, link: to };
    return { text, ...(url && { url }) };
  }

  #target(link: Linked): { to?: string | undefined; url?: string | undefined } {
    if ('href' in link) return { url: link.href };
    if ('file' in link) return { url: this.#places.fileFor?.(link.file) };
    const { inside, addressFor } = this.#places;
    const to = inside(anchorOf(link.to, link.fragment)) ?? inside(anchorOf(link.to));
    return to === undefined ? { url: addressFor?.(link.to, link.fragment) } : { to };
  }
}

/** Whether a line is nothing but the address of an entry: on a page of this text a reader is there. */
export const isOwnAddress = ([part, more]: Line): boolean =>
  more === undefined && typeof part === 'object' && 'to' in part && part.text === undefined;

/** Widths of the columns of a table, as shares: one of long texts is wider, so that no row is high and narrow. */
function columnsFor(rows: readonly (readonly Line[])[]): number[] {
  const width = (line: Line | undefined): number =>
    (line ?? []).reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 'text' in part ? (part.text ?? '').length : 8), 0);
  const [head = []] = rows;
  return head.map((_, i) => Math.min(Math.max(...rows.map((cells) => width(cells[i])), 12), 48) ** 0.7);
}
