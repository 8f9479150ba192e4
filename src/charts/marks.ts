import { pathRound } from 'd3';

/**
 * Shapes of marks, each one filled outline, so that it looks the same in any renderer and takes one color.
 * square: the paper's · ringed-dot: others' · diamond: ours · dash: not reported · corners: invented; with -half: contested ·
 * cross: considered and not linked · triangle, pointing down: may make it worse, full where the paper says so, with a dot where
 * others do, empty where we do · dot: nothing to judge by · disc, ring, ring-cross: supports, refines, contradicts ·
 * square, outline, ring: things counted
 */
export const SHAPES = [
  'square',
  'ringed-dot',
  'diamond',
  'dash',
  'corners',
  'square-half',
  'ringed-dot-half',
  'diamond-half',
  'cross',
  'triangle',
  'triangle-dot',
  'triangle-full',
  'dot',
  'disc',
  'ring',
  'ring-cross',
  'outline',
] as const;
export type MarkShape = (typeof SHAPES)[number];

const known = new Map<string, string>();

/**
 * The outline of a mark around 0, 0, to be filled by the even-odd rule.
 *
 * @param size its height and width
 */
export function markPath(shape: MarkShape, size: number): string {
  const key = `${shape} ${size}`;
  const drawn = known.get(key) ?? draw(shape, size / 2);
  known.set(key, drawn);
  return drawn;
}

function draw(shape: MarkShape, r: number): string {
  const p = pathRound(2);
  const polygon = (...points: readonly [number, number][]): void => {
    for (const [i, [x, y]] of points.entries()) i === 0 ? p.moveTo(x, y) : p.lineTo(x, y);
    p.closePath();
  };
  const disc = (radius: number, y = 0): void => {
    p.moveTo(radius, y);
    p.arc(0, y, radius, 0, 2 * Math.PI);
    p.closePath();
  };
  const rhomb = (a: number): void => polygon([0, -a], [a, 0], [0, a], [-a, 0]);
  const box = (a: number): void => polygon([-a, -a], [a, -a], [a, a], [-a, a]);
  /** how thick outlines are */
  const t = Math.max(1.1, r * 0.26);
  const inner = r - t * Math.SQRT2;
  if (shape === 'square' || shape === 'outline') box(r * 0.86);
  if (shape === 'outline') box(r * 0.86 - t);
  if (shape === 'square-half') {
    box(r * 0.86);
    polygon([0, -(r * 0.86 - t)], [r * 0.86 - t, -(r * 0.86 - t)], [r * 0.86 - t, r * 0.86 - t], [0, r * 0.86 - t]);
  }
  if (shape === 'ringed-dot' || shape === 'ring' || shape === 'ringed-dot-half' || shape === 'ring-cross') {
    disc(r);
    disc(r - t);
  }
  if (shape === 'ringed-dot') disc(r * 0.42);
  if (shape === 'ringed-dot-half') {
    p.moveTo(0, -(r - t));
    p.arc(0, 0, r - t, -Math.PI / 2, Math.PI / 2, true);
    p.closePath();
  }
  if (shape === 'disc') disc(r);
  if (shape === 'dot') disc(r * 0.26);
  if (shape === 'diamond') {
    rhomb(r);
    rhomb(inner);
  }
  if (shape === 'diamond-half') {
    rhomb(r);
    polygon([0, -inner], [inner, 0], [0, inner]);
  }
  if (shape === 'triangle' || shape === 'triangle-dot' || shape === 'triangle-full') {
    // it points down; its flat top and its tip reach as far as the sides of a square do
    const down = (top: number, tip: number, side: number): void => polygon([-side, top], [side, top], [0, tip]);
    const [top, tip, side] = [-r * 0.8, r * 0.96, r];
    down(top, tip, side);
    // an outline of even thickness: the inner triangle is the outer one, drawn smaller around the point it has in common
    const slant = Math.hypot(side, tip - top) / side;
    const [within, end] = [top + t, tip - t * slant];
    if (shape !== 'triangle-full') down(within, end, (side * (end - within)) / (tip - top));
    if (shape === 'triangle-dot') disc(r * 0.26, -r * 0.26);
  }
  if (shape === 'dash') p.rect(-r, -t / 2, 2 * r, t);
  if (shape === 'corners') {
    // a frame that is open on all sides
    const [a, b] = [r * 0.9, r * 0.3];
    for (const x of [-1, 1])
      for (const y of [-1, 1])
        polygon(
          ...[
            [a, a],
            [b, a],
            [b, a - t],
            [a - t, a - t],
            [a - t, b],
            [a, b],
          ].map(([dx = 0, dy = 0]): [number, number] => [x * dx, y * dy]),
        );
  }
  if (shape === 'cross' || shape === 'ring-cross') {
    // the two bars of a cross, as one outline of twelve corners turned by 45 degrees
    const [a, b] = shape === 'cross' ? [r * 0.95, t * 0.5] : [r - t * 1.2, t * 0.45];
    const turned = (x: number, y: number): [number, number] => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2];
    polygon(
      turned(-b, -a),
      turned(b, -a),
      turned(b, -b),
      turned(a, -b),
      turned(a, b),
      turned(b, b),
      turned(b, a),
      turned(-b, a),
      turned(-b, b),
      turned(-a, b),
      turned(-a, -b),
      turned(-b, -b),
    );
  }
  return p.toString();
}
