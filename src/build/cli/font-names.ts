/** Records of a font's name table that say how it is called: family, unique name, full name, PostScript name and their like (OpenType, name). */
const CALLED = new Set([1, 3, 4, 6, 16, 17, 18, 20, 21, 22, 25]);

/**
 * A typeface under another name of the same length: the SIL Open Font License lets a changed version not bear a name that its
 * holders reserve. Copyright, license and all else stay.
 *
 * @param font an uncompressed OpenType font (sfnt)
 * @throws Error where the names differ in length, or the font does not bear the old one
 */
export function renamed(font: Uint8Array, from: string, to: string): Uint8Array {
  if (from.length !== to.length) throw new Error(`"${to}" must have as many letters as "${from}".`);
  const bytes = Uint8Array.from(font);
  const view = new DataView(bytes.buffer);
  const tables = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i).map((at) => ({
    at,
    tag: String.fromCharCode(...bytes.subarray(at, at + 4)),
    start: view.getUint32(at + 8),
    length: view.getUint32(at + 12),
  }));
  const table = (tag: string) => {
    const found = tables.find((one) => one.tag === tag);
    if (!found) throw new Error(`The font has no table "${tag}".`);
    return found;
  };
  const name = table('name');
  const texts = name.start + view.getUint16(name.start + 4);
  let found = false;
  for (let i = 0; i < view.getUint16(name.start + 2); i++) {
    const record = name.start + 6 + 12 * i;
    if (!CALLED.has(view.getUint16(record + 6))) continue;
    // Macintosh names have a byte a letter, all others two
    const wide = view.getUint16(record) !== 1;
    const start = texts + view.getUint16(record + 10);
    const text = bytes.subarray(start, start + view.getUint16(record + 8));
    const encoding = wide ? 'utf16le' : 'latin1';
    const read = Buffer.from(text);
    const plain = (wide ? read.swap16() : read).toString(encoding);
    found ||= plain.includes(from);
    const written = Buffer.from(plain.replaceAll(from, to), encoding);
    text.set(wide ? written.swap16() : written);
  }
  if (!found) throw new Error(`The font is not called "${from}".`);

  const sum = (start: number, length: number): number => {
    let total = 0;
    for (let at = start; at < start + length; at += 4) {
      // a font's tables are padded to four bytes with zeros
      const word = [0, 1, 2, 3].reduce((all, i) => all * 256 + (bytes[at + i] ?? 0), 0);
      total = (total + word) % 2 ** 32;
    }
    return total;
  };
  view.setUint32(name.at + 4, sum(name.start, name.length));
  const adjustment = table('head').start + 8;
  view.setUint32(adjustment, 0);
  view.setUint32(adjustment, (0xb1b0afba - sum(0, bytes.length) + 2 ** 32) % 2 ** 32);
  return bytes;
}
