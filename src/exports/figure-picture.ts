import sharp from 'sharp';
import type { Drawing } from '../charts/drawing.ts';
import type { Figure, Guide } from '../guide/types.ts';
import type { AddressFor } from './addresses.ts';
import { figureSvg, type Sheets, slideSvg } from './figure-files.ts';
import { flatPng } from './flat-png.ts';
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
  pictureOf(figureSvg(guide, figure, addressFor, sheets, 'slide'));

/** How wide a picture is that fills a slide, in pixels: sharp on a projector of 1920. */
const SLIDE = 2560;

/** A drawing as a picture that fills a slide. */
export const slidePicture = (drawing: Drawing, title: string, description: string, sheets: Sheets): Promise<Picture> =>
  pictureOf(slideSvg(drawing, title, description, sheets), (72 * SLIDE) / drawing.width);

/**
 * Draws an SVG, once: then it is kept. A drawing too long for a picture gets fewer pixels to the unit.
 *
 * @param wanted how many dots to the inch, 72 being a pixel to the unit
 */
export async function pictureOf(svg: string, wanted = DENSITY): Promise<Picture> {
  const png = await kept([svg, String(wanted)], ['src/exports/figure-picture.ts', 'src/exports/flat-png.ts'], async () => {
    const { width = 0, height = 0 } = await sharp(Buffer.from(svg)).metadata();
    const density = Math.min(wanted, Math.floor((72 * LONGEST) / Math.max(width, height)));
    return flatPng(svg, density);
  });
  // a PNG tells its size at the same place always
  const head = new DataView(png.buffer);
  return { png, width: head.getUint32(16), height: head.getUint32(20) };
}
