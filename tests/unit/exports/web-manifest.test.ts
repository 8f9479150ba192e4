import sharp from 'sharp';
import { expect, test } from 'vitest';
import { ICONS, icon, webManifest } from '../../../src/exports/web-manifest.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { FOLDER } from '../guide/malformed.ts';

test('the manifest names the guide, begins at its top, and its icons are as large as it says', async () => {
  const guide = buildGuide(readFiles(FOLDER), FOLDER);
  const manifest = webManifest(guide);
  expect([manifest.name, manifest.lang, manifest.start_url, manifest.scope]).toEqual([guide.about.name, guide.about.language, '/', '/']);
  for (const one of ICONS) {
    const { width, height, format } = await sharp(await icon(one)).metadata();
    const [said] = manifest.icons.filter(({ src }) => src === `/icons/${one.name}.png`);
    expect([format, `${width}x${height}`]).toEqual(['png', said?.sizes]);
  }
});

test('an icon that devices cut to their own shape has its ground to the edges, and the mark within the part that is never cut', async () => {
  const [one] = ICONS.filter(({ purpose }) => purpose === 'maskable');
  const { data, info } = await sharp(await icon(one as (typeof ICONS)[number]))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
  const ground = at(0, 0);
  expect(ground[3]).toBe(255);
  let furthest = 0;
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++)
      // where the mark's own corner meets the ground, colors differ by what nobody sees
      if (at(x, y).reduce((sum, part, i) => sum + Math.abs(part - (ground[i] ?? 0)), 0) > 24)
        furthest = Math.max(furthest, Math.hypot(x - info.width / 2, y - info.height / 2));
  expect(furthest).toBeGreaterThan(50);
  // https://www.w3.org/TR/appmanifest/#icon-masks: a circle of 40 percent
  expect(furthest).toBeLessThan(info.width * 0.4);
});
