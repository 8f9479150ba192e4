import sharp from 'sharp';
import type { Row } from '../charts/chart.ts';
import type { Figure, Guide } from '../guide/types.ts';
import type { AddressFor } from './addresses.ts';
import { figurePartSvg, figureSvg, type Sheets } from './figure-files.ts';

/** A figure as a picture, with its size in pixels. */
export interface Picture {
  png: Uint8Array;
  width: number;
  height: number;
}

/** Twice the 72 at which librsvg draws a user unit as one pixel. */
const DENSITY = 144;

/** A figure as a picture for slides, two pixels to the unit; a low drawing has its title at the side. */
export const figurePicture = (guide: Guide, figure: Figure, addressFor: AddressFor, sheets: Sheets): Promise<Picture> =>
  pictureOf(figureSvg(guide, figure, addressFor, sheets, true));

/** The same of some of its rows alone. */
export const figurePartPicture = (guide: Guide, figure: Figure, rows: readonly Row[], width: number, sheets: Sheets): Promise<Picture> =>
  pictureOf(figurePartSvg(guide, figure, rows, width, sheets));

async function pictureOf(svg: string): Promise<Picture> {
  const { data, info } = await sharp(Buffer.from(svg), { density: DENSITY })
    .png({ compressionLevel: 9, palette: true })
    .toBuffer({ resolveWithObject: true });
  return { png: new Uint8Array(data), width: info.width, height: info.height };
}
