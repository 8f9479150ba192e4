import type { Entry } from '../../guide/types.ts';
import { exportedAs } from '../kinds/index.ts';
import type { Block } from './blocks.ts';
import type { Writer } from './writer.ts';

/**
 * What stands on the page of an entry: the same statements in the same order, each with the words of its mark, and what the build
 * adds to the page from other files, as far as `page.ts` knows it. Text is plain: emphasis and links inside a statement are left
 * out.
 *
 * @returns nothing for an entry of a kind that has no page
 */
export const entryBlocks = (write: Writer, entry: Entry): Block[] => exportedAs(entry.kind).blocks?.(write, entry) ?? [];
