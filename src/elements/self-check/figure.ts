import { letterOf } from '../../documents/self-check/chair.ts';
import type { CheckView, RowView } from '../../documents/self-check/view.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** How far apart marks of one row stand, from middle to middle, and their size. */
const STEP = 20;
const R = 8.5;

/** How many marks stand beside each other on one word; more take two lines. */
const ABREAST = 3;

function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** Outlines around 0, 0, so that letters need no color to be told apart: a disc, a square, a diamond. */
const OUTLINES = [
  `M${R} 0A${R} ${R} 0 1 1 ${-R} 0A${R} ${R} 0 1 1 ${R} 0Z`,
  `M${-R + 0.8} ${-R + 0.8}H${R - 0.8}V${R - 0.8}H${-R + 0.8}Z`,
  `M0 ${-R - 2}L${R + 2} 0L0 ${R + 2}L${-R - 2} 0Z`,
];

/** The mark of a chair: its letter in an outline. The first three are filled, the next three are not. */
const chairMark = (place: number): SVGGElement =>
  svg(
    'g',
    { class: `chair-mark ${place < OUTLINES.length ? 'full' : 'hollow'}` },
    svg('path', { d: OUTLINES[place % OUTLINES.length] as string }),
    svg('text', { y: 4.4, 'text-anchor': 'middle' }, letterOf(place)),
  );

/** The same as a picture that stands in a line of text. */
export function chairSign(place: number): SVGSVGElement {
  const sign = svg('svg', { class: 'chair-sign', viewBox: '-11 -11 22 22', 'aria-hidden': 'true', focusable: 'false' });
  sign.append(chairMark(place));
  return sign;
}

/** Where the marks of views that say the same stand around the place of their word. */
export function lane(i: number, count: number): { dx: number; dy: number } {
  if (count <= ABREAST) return { dx: (i - (count - 1) / 2) * STEP, dy: 0 };
  const line = i < ABREAST ? 0 : 1;
  const inLine = line === 0 ? ABREAST : count - ABREAST;
  return { dx: ((i % ABREAST) - (inLine - 1) / 2) * STEP, dy: line === 0 ? -STEP / 2 : STEP / 2 };
}

/** Puts the marks of all views into an empty drawing (src/charts/self-check/layout.ts), whose places it reads. */
export function placeMarks(drawing: SVGSVGElement, { rows }: Pick<CheckView, 'rows'>): void {
  for (const old of drawing.querySelectorAll('.placed')) old.remove();
  const words = new Map([...drawing.querySelectorAll<SVGGElement>('.word')].map(({ dataset }) => [dataset.answer, Number(dataset.x)]));
  for (const row of drawing.querySelectorAll<SVGGElement>('.row')) {
    const said = rows.find(({ question }) => question === row.dataset.question);
    if (said) row.append(placed(said, words, Number(row.dataset.y)));
  }
}

function placed({ said, differs }: RowView, words: ReadonlyMap<string | undefined, number>, middle: number): SVGGElement {
  const marks = said.flatMap(({ answer, place }) => {
    const word = words.get(answer);
    if (word === undefined) return [];
    const same = said.filter((one) => one.answer === answer);
    const { dx, dy } = lane(
      same.findIndex((one) => one.place === place),
      same.length,
    );
    return [{ place, x: word + dx, y: middle + dy, counts: answer !== 'unknown' }];
  });
  const made = svg('g', { class: 'placed' });
  const ends = marks.filter(({ counts }) => counts).sort((a, b) => a.x - b.x);
  const [first, last] = [ends[0], ends.at(-1)];
  if (differs && first && last) made.append(svg('path', { class: 'l ink', d: `M${first.x} ${first.y}L${last.x} ${last.y}` }));
  for (const { place, x, y } of marks) {
    const mark = chairMark(place);
    mark.setAttribute('transform', `translate(${x} ${y})`);
    made.append(mark);
  }
  return made;
}
