import { readFileSync } from 'node:fs';
import satori from 'satori';
import sharp from 'sharp';
import { INKS, VOICE_INKS } from '../lib/inks.ts';
import type { Voice } from '../lib/voices.ts';
import { kept } from './kept.ts';

const font = (family: 'source-serif-4' | 'source-sans-3', weight: 400 | 600) =>
  readFileSync(`node_modules/@fontsource/${family}/files/${family}-latin-${weight}-normal.woff`);

let fonts: { name: string; data: Buffer; weight: 400 | 600 }[] | undefined;

type Style = Record<string, string | number>;
type Node = { type: string; props: { style: Style; children?: (Node | string)[] | string } };
const box = (style: Style, children?: (Node | string)[] | string): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, ...(children !== undefined && { children }) },
});

/** What a shared link shows: the page's name and, where it has one, its answer with the mark of its voice. */
export type Picture = {
  kicker: string;
  title: string;
  text: string;
  voice?: { name: Voice; label: string } | undefined;
  foot: string;
};

const faces = () => {
  fonts ??= [
    { name: 'Serif', data: font('source-serif-4', 600), weight: 600 },
    { name: 'Serif', data: font('source-serif-4', 400), weight: 400 },
    { name: 'Sans', data: font('source-sans-3', 400), weight: 400 },
    { name: 'Sans', data: font('source-sans-3', 600), weight: 600 },
  ];
  return fonts;
};

/** A picture for shared links, 1200 by 630 pixels; drawn once, then kept. The same input gives the same bytes. */
export const pagePicture = (picture: Picture): Promise<Uint8Array<ArrayBuffer>> =>
  kept([JSON.stringify(picture), ...faces().map(({ data }) => data)], ['src/exports/page-picture.ts', 'src/lib/inks.ts'], () =>
    drawPicture(picture),
  );

async function drawPicture({ kicker, title, text, voice, foot }: Picture): Promise<Uint8Array> {
  const color = `#${VOICE_INKS[voice?.name ?? 'unknown']}`;
  const style = voice?.name === 'editors' ? 'dashed' : 'solid';
  const svg = await satori(
    box(
      {
        flexDirection: 'column',
        boxSizing: 'border-box',
        width: '100%',
        height: '100%',
        padding: '64px 72px 52px',
        background: `#${INKS.page}`,
        color: `#${INKS.ink}`,
        borderTop: `14px solid #${INKS.ink}`,
      },
      [
        box({ fontFamily: 'Sans', fontWeight: 600, fontSize: 24, letterSpacing: 1.5, color: `#${INKS.muted}` }, kicker.toUpperCase()),
        box({ fontFamily: 'Serif', fontWeight: 600, fontSize: title.length > 34 ? 62 : 76, lineHeight: 1.08, marginTop: 18 }, title),
        box({ flexDirection: 'column', marginTop: 34, paddingLeft: 28, borderLeft: `6px ${style} ${color}` }, [
          ...(voice ? [box({ fontFamily: 'Sans', fontWeight: 600, fontSize: 26, color, marginBottom: 10 }, voice.label)] : []),
          box({ fontFamily: voice?.name === 'paper' ? 'Serif' : 'Sans', fontSize: 34, lineHeight: 1.35 }, text),
        ]),
        box({ marginTop: 'auto', fontFamily: 'Sans', fontSize: 24, color: `#${INKS.muted}` }, foot),
      ],
    ) as unknown as Parameters<typeof satori>[0],
    { width: 1200, height: 630, fonts: faces() },
  );
  // a palette would halve the file and cost ten times the time; only services that show a shared link ever load it
  return sharp(Buffer.from(svg)).png({ compressionLevel: 6 }).toBuffer();
}
