import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pack, unpack } from '../../../../src/documents/share-link/link.ts';
import { encodeBase64 } from '../../../../src/documents/share-link/payload.ts';
import { crc32 } from '../../../../src/lib/crc.ts';
import { rounds } from '../../rounds.ts';
import { GOLDEN, record } from './links.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const WHY = ['damaged', 'version', 'too-long', 'too-large', 'not-text'];

/** Cuts a link at each of its characters: what is left gives its first fields or none, and more the later it is cut. */
function cutEverywhere(fragment: string, mark: string, fields: readonly string[]): void {
  const start = fragment.indexOf('_') + 1;
  let most = 0;
  for (let length = 0; length < fragment.length; length++) {
    const found = unpack(fragment.slice(0, length), mark, 1);
    if (length < start) expect(found).toEqual({ state: 'none' });
    else if (found.state !== 'cut') expect.fail(`cut at ${length} it is ${found.state}`);
    else {
      const { length: many } = found.fields;
      if (!found.fields.every((field, place) => field === fields[place])) expect(found.fields).toEqual(fields.slice(0, many));
      if (found.of !== fields.length) expect([found.of, many]).toEqual([undefined, 0]);
      if (many > 0 && many < most) expect.fail(`cut at ${length} it gives less than before`);
      most = Math.max(most, many);
    }
  }
  expect(most).toBe(fields.length);
}

describe('A link that was cut', () => {
  test('every golden link, cut at any character, gives its first fields or none', () => {
    for (const { fragment, mark, fields } of GOLDEN) cutEverywhere(fragment, mark, fields);
  });

  test('every record, cut at any character, gives its first fields or none', () => {
    fc.assert(
      fc.property(record, (fields) => cutEverywhere(pack('r', 1, fields), 'r', fields)),
      { numRuns: rounds(200) },
    );
  });

  test('a long link that lost its last third still gives a good part of its fields', () => {
    const { fragment, mark, fields } = GOLDEN[10] as (typeof GOLDEN)[number];
    const found = unpack(fragment.slice(0, (fragment.length * 2) / 3), mark, 1);
    expect(found).toMatchObject({ state: 'cut', of: fields.length });
    if (found.state === 'cut') expect(found.fields.length).toBeGreaterThan(fields.length / 4);
  });

  test('a link that lost a character in between gives no field, or all of them where the checksum says so', () => {
    for (const { fragment, mark, fields } of GOLDEN)
      for (let at = fragment.indexOf('_') + 1; at < fragment.length - 2; at++) {
        const found = unpack(fragment.slice(0, at) + fragment.slice(at + 1), mark, 1);
        if (found.state === 'cut' && found.fields.length > 0) expect(found.fields).toEqual(fields);
        else expect(['cut', 'unreadable']).toContain(found.state);
      }
  });
});

describe('A link that was changed', () => {
  test('another character anywhere in a golden link never gives other fields as whole', () => {
    for (const { fragment, mark, fields } of GOLDEN) {
      // In short links each of the 63 others, in long ones the next one.
      const others = fragment.length < 50 ? ALPHABET.length - 1 : rounds(5);
      for (let at = 0; at < fragment.length; at++)
        for (let step = 1; step <= others; step++) {
          const sign = ALPHABET[(ALPHABET.indexOf(fragment[at] as string) + step) % ALPHABET.length];
          const found = unpack(fragment.slice(0, at) + sign + fragment.slice(at + 1), mark, 1);
          if (found.state === 'whole') expect(found.fields).toEqual(fields);
        }
    }
  });

  test('two changes, a swap, a letter too many and a link in lower case are noticed', () => {
    const links = GOLDEN.filter(({ fields }) => fields.length > 0);
    const change = fc.tuple(fc.nat(), fc.constantFrom(...ALPHABET));
    fc.assert(
      fc.property(fc.constantFrom(...links), change, change, ({ fragment, mark, fields }, [one, a], [two, b]) => {
        const put = (text: string, at: number, sign: string) => text.slice(0, at) + sign + text.slice(at + 1);
        const [p, q] = [one % fragment.length, two % fragment.length];
        const swapped = put(put(fragment, p, fragment[q] as string), q, fragment[p] as string);
        for (const changed of [put(put(fragment, p, a), q, b), swapped, `${fragment}${a}`, fragment.toLowerCase()]) {
          const found = unpack(changed, mark, 1);
          if (found.state === 'whole') expect(found.fields).toEqual(fields);
        }
      }),
      { numRuns: rounds(1000) },
    );
  });
});

describe('What is no link', () => {
  test('headings, other marks and nothing are none', () => {
    for (const text of ['', 'r', 'r1', 'results-2', 'r1-results', 'r-1_2', 'R1_1_', 'named', '__proto__', '%', 's1_0_3_0000000', ' . '])
      expect(unpack(text, 'r', 1)).toEqual({ state: 'none' });
    expect(unpack((GOLDEN[2] as (typeof GOLDEN)[number]).fragment, 's', 1)).toEqual({ state: 'none' });
  });

  test('a later version is newer, whatever follows; a version that nobody writes is refused', () => {
    expect(unpack('r2_', 'r', 1)).toEqual({ state: 'newer', version: 2 });
    expect(unpack('r12_<b>%', 'r', 11)).toEqual({ state: 'newer', version: 12 });
    for (const text of ['r0_', 'r01_1_', 'r1000000_', `r${'9'.repeat(400)}_`])
      expect(unpack(text, 'r', 1)).toEqual({ state: 'unreadable', why: 'version' });
  });

  test('what is too long, too large or no text is refused by name, with the right checksum too', () => {
    const link = (bytes: Uint8Array) => {
      const body = encodeBase64(deflateSync(bytes, { level: 9 }));
      const check = crc32(Uint8Array.of(...new TextEncoder().encode('r1_'), ...bytes.subarray(0, 1000)));
      return `r1_1_${body.length}_${check.toString(36).padStart(7, '0')}${body}zz`;
    };
    const whyOf = (fragment: string) => {
      const found = unpack(fragment, 'r', 1);
      return found.state === 'unreadable' ? found.why : found.state;
    };
    expect(whyOf(`r1_1_${'A'.repeat(20_000)}`)).toBe('too-long');
    expect(unpack('A'.repeat(1_000_000), 'r', 1)).toEqual({ state: 'none' });
    for (const size of [200_001, 10_000_000]) expect(whyOf(link(new Uint8Array(size)))).toBe('too-large');
    expect(whyOf(link(new Uint8Array(200_000)))).toBe('damaged');
    for (const bytes of [
      [0xff, 0x7c],
      [0xc3, 0x7c],
      [0x5c, 0x78, 0x7c],
    ])
      expect(whyOf(link(Uint8Array.from(bytes)))).toBe('not-text');
    expect(unpack(link(Uint8Array.of(0x61, 0x7c)), 'r', 1)).toEqual({ state: 'whole', version: 1, fields: ['a'] });
    for (const bytes of [[], [0x61], [0x61, 0x7c, 0x7c]]) expect(whyOf(link(Uint8Array.from(bytes)))).toBe('damaged');
  });

  test('10,000 hostile fragments throw nothing, change nothing, and each refusal has its reason', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    const [states, why] = [new Set<string>(), new Set<unknown>()];
    const piece = fc.constantFrom(
      '__proto__',
      'constructor',
      '<script>alert(1)</script>',
      '%',
      '%00',
      '%E0%A4%A',
      '%ff',
      'javascript:1',
      'r1_',
      'zz',
      '\ud800',
    );
    const changed = fc
      .tuple(fc.constantFrom(...GOLDEN), fc.nat(), fc.nat({ max: 40 }), fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })))
      .map(([{ fragment }, at, length, text]) => {
        const place = at % (fragment.length + 1);
        return fragment.slice(0, place) + text + fragment.slice(place + length);
      });
    const header = fc
      .tuple(fc.nat(), fc.nat(), fc.nat({ max: 200 }), fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 120 }))
      .map(([version, of, length, body]) => `r${version % 3}_${of % 50}_${length}_${body}zz`);
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.webFragments(),
      changed,
      header,
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(hostile, (fragment) => {
        const found = unpack(fragment, 'r', 1);
        states.add(found.state);
        if (found.state === 'unreadable') why.add(found.why);
        if (found.state === 'whole') expect(GOLDEN.map(({ fields }) => fields)).toContainEqual(found.fields);
      }),
      { numRuns: 10_000 },
    );
    expect([...states].sort()).toEqual(['cut', 'newer', 'none', 'unreadable', 'whole']);
    for (const reason of why) expect(WHY).toContain(reason);
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
  });
});
