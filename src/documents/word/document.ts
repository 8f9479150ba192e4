import { Document, Footer, Packer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { oneLine, tidyLine } from '../text/texts.ts';
import { link } from './parts.ts';
import { BULLETS, HAIRLINE, PAGE, STYLES, WIDTH } from './style.ts';
import type { table } from './table.ts';

/** What stands in a document, one under the other. */
export type Block = Paragraph | ReturnType<typeof table>;

/** What a document says of itself. */
export interface WordFile {
  title: string;
  /** what kind of thing it is */
  subject: string;
  /** the name of the guide */
  guide: string;
  /** whose guide it is not, and what was read of the study */
  basis: string;
  /** of the guide, as a reader reads it */
  edition: string;
  /** whose the document is, for the foot of each page, where nobody else signs it */
  whose?: string;
  /** where the page stands that it was made on or of: a whole address, or words */
  address: string;
}

/** A heading that Word knows as one. */
export const heading = (level: 1 | 2 | 3, text: string): Paragraph =>
  new Paragraph({ heading: `Heading${level}`, children: [new TextRun(text)] });

/**
 * A Word document of one section, in our styles. At the foot of each page stand the guide, its edition, the number of the page
 * and where its page stands.
 */
export async function wordFile(file: WordFile, children: readonly Block[]): Promise<Uint8Array> {
  const guide = tidyLine(file.guide);
  const document = new Document({
    title: tidyLine(file.title),
    subject: file.subject,
    creator: guide,
    ...(guide && { lastModifiedBy: guide }),
    description: tidyLine(`${file.guide}. ${file.basis}`),
    styles: STYLES,
    numbering: BULLETS,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.side, right: PAGE.side, footer: 560 },
          },
        },
        footers: { default: footOf(file) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const footOf = ({ guide, whose, edition, address }: WordFile): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Foot',
        border: { top: { ...HAIRLINE, space: 6 } },
        tabStops: [{ type: TabStopType.RIGHT, position: WIDTH }],
        children: [
          new TextRun(oneLine([guide, whose, `edition of ${edition}`].filter(Boolean).join(' · '))),
          new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
      new Paragraph({ style: 'Foot', children: [link(address, address)] }),
    ],
  });
