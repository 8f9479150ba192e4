import { strFromU8, strToU8, zlibSync } from 'fflate';

/** So many objects stand in one stream. */
const TOGETHER = 200;

/**
 * A PDF with its small objects in compressed streams, which is what its format has for them since version 1.5 (ISO 32000-1,
 * 7.5.7 and 7.5.8): the program that sets our pages writes each as plain text, and the tags that make a document readable for
 * everyone are tens of thousands of them. Nothing else changes.
 *
 * @param pdf with one table of its objects, unencrypted, in one revision
 * @throws Error for a PDF that is put together in another way
 */
export function packed(pdf: Uint8Array): Uint8Array {
  const tail = strFromU8(pdf.subarray(-64), true);
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  const end = Number.isInteger(table) ? strFromU8(pdf.subarray(table), true) : '';
  const [, count, lines = '', trailer = ''] =
    /^xref\s+0 (\d+)\s*\n((?:\d{10} \d{5} [nf][ \r]?\n?)+)\s*trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(end) ?? [];
  if (count === undefined || /\/(Prev|Encrypt)\b/.test(trailer)) throw new Error('The table of this PDF is of another kind.');
  const places = [...lines.matchAll(/(\d{10}) \d{5} ([nf])/g)].map(([, at, used], number) => ({
    number,
    at: Number(at),
    used: used === 'n',
  }));
  const inOrder = places.filter(({ used }) => used).sort((a, b) => a.at - b.at);

  const chunks: Uint8Array[] = [];
  let length = 0;
  const put = (bytes: Uint8Array): number => {
    const at = length;
    chunks.push(bytes);
    length += bytes.length;
    return at;
  };
  /** by number: what stands in the new table */
  const entries = new Map<number, readonly [type: number, first: number, second: number]>();
  const small: { number: number; text: Uint8Array }[] = [];
  put(pdf.subarray(0, inOrder[0]?.at ?? 0));
  for (const [i, { number, at }] of inOrder.entries()) {
    const object = pdf.subarray(at, inOrder[i + 1]?.at ?? table);
    // the end tells: only a stream closes with the word
    if (/endstream\s+endobj\s*$/.test(strFromU8(object.subarray(-40), true))) entries.set(number, [1, put(object), 0]);
    else small.push({ number, text: body(object) });
  }
  let next = places.length;
  for (let from = 0; from < small.length; from += TOGETHER) {
    const some = small.slice(from, from + TOGETHER);
    let offset = 0;
    const index = some.map(({ number, text }, i) => {
      entries.set(number, [2, next, i]);
      const pair = `${number} ${offset}`;
      offset += text.length + 1;
      return pair;
    });
    const head = strToU8(`${index.join(' ')}\n`, true);
    const content = joined([head, ...some.flatMap(({ text }) => [text, NEWLINE])]);
    entries.set(next, [1, put(stream(next, `/Type /ObjStm /N ${some.length} /First ${head.length}`, content)), 0]);
    next += 1;
  }
  const start = length;
  entries.set(next, [1, start, 0]);
  const rows = new Uint8Array((next + 1) * 7);
  const view = new DataView(rows.buffer);
  for (let number = 0; number <= next; number += 1) {
    const [type, first, second] = entries.get(number) ?? [0, 0, number === 0 ? 65_535 : 0];
    rows[number * 7] = type;
    view.setUint32(number * 7 + 1, first);
    view.setUint16(number * 7 + 5, second);
  }
  const kept = trailer
    .replace(/\/Size\s+\d+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  put(stream(next, `/Type /XRef /Size ${next + 1} /W [1 4 2] ${kept}`, rows));
  put(strToU8(`startxref\n${start}\n%%EOF\n`, true));
  return joined(chunks);
}

const NEWLINE = strToU8('\n', true);

/** An object without the words around it. */
function body(object: Uint8Array): Uint8Array {
  const [opening = ''] = /^\d+ \d+ obj\s*/.exec(strFromU8(object.subarray(0, 40), true)) ?? [];
  const closing = /endobj\s*$/.exec(strFromU8(object.subarray(-40), true));
  if (!opening || !closing) throw new Error('An object of this PDF is of another kind.');
  return object.subarray(opening.length, object.length - closing[0].length);
}

function stream(number: number, keys: string, content: Uint8Array): Uint8Array {
  const data = zlibSync(content, { level: 9 });
  return joined([
    strToU8(`${number} 0 obj\n<< ${keys} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`, true),
    data,
    strToU8('\nendstream\nendobj\n', true),
  ]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
