import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { madeOnce } from '../lib/items.ts';
import type { Drawing, Face, Group, Item, Label } from './drawing.ts';
import { measure, type Outlines } from './fonts.ts';
import { round } from './geometry.ts';
import { LEADING } from './lines.ts';
import { markPath } from './marks.ts';

/** How a drawing is written. */
export interface Writing {
  /** text as outlines, for files that travel without their faces; gathers those that are used */
  outlined?: Outlines;
  /** only to be looked at: no links, no names, no numbers of rows */
  plain?: boolean;
  /** the id of the cell or the link that stands open */
  chosen?: string | undefined;
  /** the address of a place of the site as a link needs it; left out, nothing is a link */
  linkTo?: (to: string) => string;
}

/** The items of a drawing as SVG elements. */
export const drawItems = (items: readonly Item[], writing: Writing): Element[] => items.flatMap((item) => drawItem(item, writing));

function drawItem(item: Item, writing: Writing): Element | Element[] {
  const plain = writing.plain || writing.outlined !== undefined;
  const number = (n: number | undefined) => (n !== undefined && !plain ? { dataN: n } : {});
  switch (item.type) {
    case 'label':
      return writing.outlined ? outlined(item, writing.outlined) : text(item);
    case 'mark':
      return s('path', {
        className: ['m', item.tone],
        d: markPath(item.shape, item.size),
        transform: `translate(${round(item.x)} ${round(item.y)})`,
        ...number(item.n),
      });
    case 'stroke':
      return s('path', {
        className: ['l', item.tone, ...(item.style === 'solid' ? [] : [item.style])],
        d: item.d,
        ...(item.width !== undefined && { strokeWidth: item.width }),
        ...number(item.n),
      });
    case 'group': {
      const { shift, scale } = item;
      const moved = shift && {
        transform: `translate(${round(shift.x)} ${round(shift.y)})${scale === undefined ? '' : ` scale(${scale})`}`,
      };
      const inner = drawItems(item.items, writing);
      // the lens needs to know whose a part is wherever it stands in a page
      const own = { ...moved, ...(item.voice && !writing.outlined && { dataVoice: item.voice }) };
      if (plain) return Object.keys(own).length > 0 ? s('g', own, inner) : inner;
      return group(item, own, inner, writing);
    }
  }
}

function group(
  { as, to, name, data = {}, hit }: Group,
  moved: Record<string, string>,
  inner: readonly Element[],
  { linkTo, chosen }: Writing,
): Element {
  const linked = to !== undefined && linkTo !== undefined;
  const attributes = Object.fromEntries(Object.entries(data).map(([key, value]) => [`data-${key}`, String(value)]));
  const box = hit && { x: round(hit.x), y: round(hit.y), width: round(hit.width), height: round(hit.height) };
  const classes = [...(as ? [as] : []), ...(chosen !== undefined && data.id === chosen ? ['chosen'] : [])];
  return s(
    linked ? 'a' : 'g',
    { ...(classes.length > 0 && { className: classes }), ...(linked && { href: linkTo(to), tabIndex: -1 }), ...moved, ...attributes },
    [...(name ? [s('title', name)] : []), ...(box ? [s('rect', { className: ['hit'], ...box })] : []), ...inner],
  );
}

/** A line keeps the width it was laid out with, whatever spacing or face a reader's browser gives it. */
function fixed(line: string, face: Face) {
  const width = Math.round(measure(line, face));
  return width > 0 ? { textLength: width, lengthAdjust: 'spacingAndGlyphs' } : {};
}

const turned = ({ turn }: Label, x: number, y: number) => (turn ? { transform: `rotate(${turn} ${round(x)} ${round(y)})` } : {});

/** A label line by line: each keeps its own width. */
const text = (label: Label): Element[] =>
  label.lines.map((line, i) => {
    const { face, anchor, tone, turn = 0 } = label;
    const [down, angle] = [i * face.size * LEADING, (turn * Math.PI) / 180];
    const [x, y] = [label.x - down * Math.sin(angle), label.y + down * Math.cos(angle)];
    return s(
      'text',
      {
        className: [tone, ...(face.family === 'serif' ? ['serif'] : [])],
        x: round(x),
        y: round(y),
        fontSize: face.size,
        ...(face.weight === 600 && { fontWeight: 600 }),
        ...(anchor !== 'start' && { textAnchor: anchor }),
        ...turned(label, x, y),
        ...fixed(line, face),
      },
      [line],
    );
  });

function outlined(label: Label, outlines: Outlines): Element {
  const { x, y, lines, face, anchor, tone } = label;
  return s(
    'g',
    { className: [tone], ariaLabel: lines.join(' '), ...turned(label, x, y) },
    lines.map((line, i) => {
      const start = x - measure(line, face) * { start: 0, middle: 0.5, end: 1 }[anchor];
      const { scale, glyphs } = outlines.run(line, face);
      return s(
        'g',
        // letters stand upright in their faces, and on their heads in SVG
        { transform: `translate(${round(start)} ${round(y + i * face.size * LEADING)}) scale(${scale} ${-scale})` },
        glyphs.map(({ id, x: at }) => s('use', { href: `#${id}`, ...(at !== 0 && { x: at }) })),
      );
    }),
  );
}

/** SVG elements as text that is both HTML and XML. */
export const svgText = (tree: Element): string =>
  toHtml(tree, { space: 'svg', closeEmptyElements: true, quote: '"', tightSelfClosing: true })
    // HTML lets this sign stand in an attribute, XML does not
    .replace(/="[^"]*"/g, (attribute) => attribute.replaceAll('<', '&lt;'));

const known = new WeakMap<Drawing, Map<string, string>>();

/**
 * A drawing as the SVG that stands in a page. What it says stands beside it as a table, so it is hidden from screen readers.
 * One that is only looked at is written once: it stands on many pages.
 *
 * @param as words for style sheets, such as wide
 */
export const pageSvg = (drawing: Drawing, as: string, writing: Writing): string => {
  const write = () => writePageSvg(drawing, as, writing);
  return writing.plain
    ? madeOnce(
        madeOnce(known, drawing, () => new Map<string, string>()),
        as,
        write,
      )
    : write();
};

const writePageSvg = ({ width, height, items }: Drawing, as: string, writing: Writing): string =>
  svgText(
    s(
      'svg',
      { className: ['drawing', as], viewBox: `0 0 ${round(width)} ${round(height)}`, ariaHidden: 'true', focusable: 'false' },
      drawItems(items, writing),
    ),
  );
