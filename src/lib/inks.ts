import type { Voice } from './voices.ts';

/**
 * Colors of the light page for files that take no style sheet along, six digits without a sign, as Word and PowerPoint want
 * them. A test holds them to `src/styles/tokens.css`. Each reaches 4.5 to 1 on white and stands beside words and a shape.
 */
export const INKS = {
  page: 'FBFAF6',
  ink: '1B1E22',
  muted: '4B5157',
  edge: '76736A',
  link: '0B4A86',
} as const;

/** The color of each voice. An invented example has that of what is not reported: nobody says it of the world. */
export const VOICE_INKS = {
  paper: '1D3F72',
  others: '0B6157',
  editors: '8A4B00',
  unknown: '5C5F64',
  example: '5C5F64',
} as const satisfies Record<Voice, string>;

/** A thin line under cells of a table; darker than the hairlines of the page, for printers drop those. */
export const HAIRLINE_INK = 'B9B5AA';
