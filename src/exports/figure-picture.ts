import sharp from 'sharp';
import type { Row } from '../charts/chart.ts';
import type { Figure, Guide } from '../guide/types.ts';
import type { AddressFor } from './addresses.ts';
import { figurePartSvg, figureSvg, type Sheets } from './figure-files.ts';
import { kept } from './kept.ts';

/** A figure as a picture, with its size in pixels. */
export interface Picture {
  png: Uint8Array;
  width: number;
  height: number;
}

/** Twice the 72 at which librsvg draws a user unit as one pixel. */
const DENSITY = 144;

/** No side of a picture may have more pixels: PNG readers and sharp give up near 32,767. */
const LONGEST = 30_000;

/** A figure as a picture for slides, two pixels to the unit; a low drawing has its title at the side. */
export const figurePicture = (guide: Guide, figure: Figure, addressFor: AddressFor, sheets: Sheets): Promise<Picture> =>
  pictureOf(figureSvg(guide, figure, addressFor, sheets, true));

/** The same of some of its rows alone. */
export const figurePartPicture = (guide: Guide, figure: Figure, rows: readonly Row[], width: number, sheets: Sheets): Promise<Picture> =>
  pictureOf(figurePartSvg(guide, figure, rows, width, sheets));

/** Draws an SVG, once: then it is kept. A drawing too long for a picture gets fewer pixels to the unit. */
export async function pictureOf(svg: string): Promise<Picture> {
  const png = await kept([svg], ['src/exports/figure-picture.ts'], async () => {
    const { width = 0, height = 0 } = await sharp(Buffer.from(svg)).metadata();
    const density = Math.min(DENSITY, Math.floor((72 * LONGEST) / Math.max(width, height)));
    return sharp(Buffer.from(svg), { density }).png({ compressionLevel: 6, effort: 4, palette: true }).toBuffer();
  });
  // a PNG tells its size at the same place always
  const head = new DataView(png.buffer);
  return { png, width: head.getUint32(16), height: head.getUint32(20) };
}
