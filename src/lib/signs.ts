/** A sign that a reader cannot see, or that turns what stands around it: no text needs one. Tabs and line ends are none. */
const UNSEEN =
  /[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFFD\u2800]|(?![\t\n\r])\p{Cc}/gu;

const NAMES: Record<number, string> = {
  0: 'null',
  7: 'bell',
  8: 'backspace',
  11: 'vertical tab',
  12: 'form feed',
  27: 'escape',
  127: 'delete',
  160: 'no-break space',
  173: 'soft hyphen',
  847: 'combining grapheme joiner',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8234: 'left-to-right embedding',
  8235: 'right-to-left embedding',
  8236: 'end of direction',
  8237: 'left-to-right override',
  8238: 'right-to-left override',
  8239: 'narrow no-break space',
  8288: 'word joiner',
  8294: 'left-to-right isolate',
  8295: 'right-to-left isolate',
  8296: 'first strong isolate',
  8297: 'end of isolate',
  10240: 'empty Braille pattern',
  65279: 'byte order mark',
  65533: 'replacement character',
};

const CLASSES: readonly [RegExp, string][] = [
  [/[\u{E0000}-\u{E0FFF}]/u, 'tag or variation sign'],
  [/[\uFE00-\uFE0F]/u, 'variation selector'],
  [/\p{Co}/u, 'private-use character'],
  [/\p{Cs}/u, 'half of a pair'],
  [/\p{Cc}/u, 'control character'],
  [/\p{Zs}/u, 'wide or narrow space'],
];

/** A sign by its number and name: `U+200B (zero-width space)`. */
export function signName(sign: string): string {
  const point = sign.codePointAt(0) ?? 0;
  const name = NAMES[point] ?? CLASSES.find(([signs]) => signs.test(sign))?.[1] ?? 'invisible character';
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')} (${name})`;
}

/** The signs of a text that nobody can see, with their places in it. */
export const unseenSigns = (text: string): { sign: string; index: number }[] =>
  [...text.matchAll(UNSEEN)].map(({ 0: sign, index }) => ({ sign, index }));
