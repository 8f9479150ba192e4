import { pageEntry } from './page.ts';
import type { Block, Guide } from './types.ts';

type Told = Extract<Block, { type: 'statement' }>;

/** First steps of one chair. */
export interface Chair extends Pick<Told, 'statement' | 'parts'> {
  /** the page that tells them, where it is another than home */
  to?: string;
}

/**
 * First steps for each chair, each told once: the executive's is the statement `monday` of the brief, the others are the
 * inferences that stand on home under a heading.
 */
export function monday(guide: Guide): { title: string; chairs: Chair[] } {
  const brief = pageEntry(guide, 'brief');
  const told = (blocks: readonly Block[]) => blocks.filter((block): block is Told => block.type === 'statement');
  const executive = told(brief.blocks).filter(({ statement }) => statement.id === 'monday');
  const others = told(pageEntry(guide, 'home').blocks).filter(({ statement, section }) => section !== '' && statement.voice === 'editors');
  return {
    title: [...others, ...executive][0]?.section ?? '',
    chairs: [...executive.map(({ statement, parts }) => ({ statement, parts, to: brief.ref })), ...others],
  };
}
