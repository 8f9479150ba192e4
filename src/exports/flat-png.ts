import sharp from 'sharp';

/**
 * A drawing as PNG: it has few, flat colors, so they stand in a palette. Nothing is dithered: that has put one wrong color in the
 * place of a whole ground.
 *
 * @param density how many dots to the inch, 72 being a pixel to the unit
 */
export const flatPng = (svg: string, density = 72): Promise<Buffer> =>
  sharp(Buffer.from(svg), { density }).png({ compressionLevel: 6, effort: 4, palette: true, dither: 0 }).toBuffer();
