import { numbered } from '../../lib/text.ts';

/**
 * How much of a figure or a list its filters leave, without a full stop: "All 84 pairs shown", "1 of 84 pairs shown".
 *
 * @param kept how many of its rows or items are shown
 * @param all how many there are
 */
export function shown(kept: number, all: number, one: string, many: string): string {
  const whole = numbered(all, one, many);
  if (kept === all) return `${all > 1 ? `All ${whole}` : whole} shown`;
  return `${kept || 'None'} of ${whole} shown`;
}
