import sharp from 'sharp';

const [src, x, y, w, h, out] = process.argv.slice(2) as [string, string, string, string, string, string];
await sharp(src).extract({ left: +x, top: +y, width: +w, height: +h }).toFile(out);
