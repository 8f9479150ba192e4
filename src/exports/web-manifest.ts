import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Guide } from '../guide/types.ts';
import { INKS, VOICE_INKS } from '../lib/inks.ts';
import { href } from '../lib/urls.ts';
import { kept } from './kept.ts';

/** The mark of the guide, drawn in a square. */
const MARK = 'public/icon.svg';

/** The mark as pictures, for devices that take no drawings; one with room around it, from which each cuts its own shape. */
export const ICONS = [
  { name: '192', size: 192, room: 0, purpose: 'any' },
  { name: '512', size: 512, room: 0, purpose: 'any' },
  { name: 'maskable-512', size: 512, room: 0.2, purpose: 'maskable' },
] as const;

/** A picture of the mark as PNG. */
export function icon({ size, room }: (typeof ICONS)[number]): Promise<Uint8Array<ArrayBuffer>> {
  const mark = readFileSync(MARK);
  const inner = Math.round(size * (1 - 2 * room));
  const edge = Math.floor((size - inner) / 2);
  const background = `#${VOICE_INKS.paper}`;
  return kept([mark, `${size} ${room}`, background], ['src/exports/web-manifest.ts'], () => {
    const drawn = sharp(mark, { density: (72 * size) / 32 }).resize(inner, inner);
    const roomy = drawn.extend({ top: edge, left: edge, bottom: size - inner - edge, right: size - inner - edge, background });
    return (room ? roomy.flatten({ background }) : drawn).png({ compressionLevel: 9 }).toBuffer();
  });
}

/** The web manifest (https://www.w3.org/TR/appmanifest/): what a device calls the guide that somebody puts on its first screen. It opens with the browser's own bars, as the guide has none. */
export const webManifest = ({ about }: Guide) => ({
  id: href('/'),
  name: about.name,
  description: about.description,
  lang: about.language,
  start_url: href('/'),
  scope: href('/'),
  display: 'minimal-ui',
  background_color: `#${INKS.page}`,
  theme_color: `#${INKS.page}`,
  icons: [
    { src: href('/icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ...ICONS.map(({ name, size, purpose }) => ({ src: href(`/icons/${name}.png`), sizes: `${size}x${size}`, type: 'image/png', purpose })),
  ],
});
