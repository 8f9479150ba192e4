import { inflateSync } from 'node:zlib';
import { itemAt } from '../../lib/items.ts';

/** What stands in the directory of a WOFF file for a table: https://www.w3.org/TR/WOFF/#TableDirectory. */
interface Table {
  tag: number;
  data: Uint8Array;
  checksum: number;
}

const WOFF = 0x774f4646;
/** Bytes of the head of a WOFF file, of a line of its directory, and of the same in the font that it wraps. */
const [WOFF_HEAD, WOFF_LINE, SFNT_HEAD, SFNT_LINE] = [44, 20, 12, 16] as const;
const padded = (length: number): number => Math.ceil(length / 4) * 4;

/**
 * The font that a WOFF file (version 1) wraps, as it was: each table is unpacked and written under the checksum it came with.
 *
 * @throws Error for a file of another kind
 */
export function unwrapped(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (view.getUint32(0) !== WOFF) throw new Error('This is no WOFF file of version 1.');
  const count = view.getUint16(12);
  const tables = Array.from({ length: count }, (_, i): Table => {
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((part) => view.getUint32(WOFF_HEAD + i * WOFF_LINE + part));
    const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
    return { tag: tag ?? 0, checksum: checksum ?? 0, data: packed === length ? bytes : inflateSync(bytes) };
  });
  const start = SFNT_HEAD + count * SFNT_LINE;
  const out = new Uint8Array(tables.reduce((sum, { data }) => sum + padded(data.length), start));
  const written = new DataView(out.buffer);
  // the numbers by which a reader searches the directory: the largest power of two in it, and what is left
  const power = 2 ** Math.floor(Math.log2(count));
  written.setUint32(0, view.getUint32(4));
  for (const [i, value] of [count, power * SFNT_LINE, Math.log2(power), (count - power) * SFNT_LINE].entries())
    written.setUint16(4 + i * 2, value);
  let at = start;
  for (const i of tables.keys()) {
    const { tag, checksum, data } = itemAt(tables, i);
    for (const [part, value] of [tag, checksum, at, data.length].entries()) written.setUint32(SFNT_HEAD + i * SFNT_LINE + part * 4, value);
    out.set(data, at);
    at += padded(data.length);
  }
  return out;
}
