import fc from 'fast-check';
import type { RecordView } from '../../../../src/documents/decision-record/view.ts';
import { linesOf } from '../../../../src/documents/text/texts.ts';
import { anyText } from './records.ts';
import { typical } from './views.ts';

/** Pieces that formats take for commands. */
const PIECES = [
  ...['# ', '- ', '+ ', '* ', '1. ', '2) ', '> ', '```', '~~~', '    ', '\t', '---', '===', ':-', '|a|b|\n|-|-|', '$x$', '[^1]'],
  ...['<b>', '</p>', '<!--', '-->', '<script>', '<?x', '<![CDATA[', ']]>', '<http://a.b>', '[x](y)', '![i](j)', '[a]: /b', '](', '![', ']'],
  ...['&amp;', '&#35;', '&', '\\', '`', '**b**', '_c_', '~~d~~', 'http://a.b', 'www.a.b', 'a@b.co', '{', '}', ':::', '"', "'"],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '  \n',
    '\\\n',
    '\\n',
    ',',
    ';',
    ':',
    '\u0000',
    '\u001B',
    '\uFFFF',
    '\uD800',
    '\u2028',
    '😀',
    'é',
    'word',
    '1',
  ],
  ...['BEGIN:VEVENT', 'END:VCALENDAR\r\n', 'DTSTART:20200101'],
];

/** Text that tries to be more than text. */
export const hostileText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join('')),
  anyText,
);

/** A view in which every word is replaced, but no address, date or voice. */
function withTexts(view: RecordView, next: (text: string) => string): RecordView {
  const all = <T>(value: T, key = ''): T => {
    if (typeof value === 'string') return (/^(address|voice|state|reviewDate)$/.test(key) ? value : next(value)) as T;
    if (Array.isArray(value)) return value.map((item) => all(item)) as T;
    return Object.fromEntries(Object.entries(value as object).map(([name, item]) => [name, all(item, name)])) as T;
  };
  return all(view);
}

/** The typical record with hostile words in every place. */
export const hostileViews: fc.Arbitrary<RecordView> = fc.array(hostileText, { minLength: 1, maxLength: 97 }).map((texts) => {
  let i = 0;
  return withTexts(typical, () => texts[i++ % texts.length] ?? '');
});

/** The same view with harmless words in the same places and as many lines. */
export const tamed = (view: RecordView): RecordView =>
  withTexts(
    view,
    (text) =>
      linesOf(text)
        .map((line) => line && 'word')
        .join('\n') ||
      (text && ' '),
  );

/** Every text of a view with its key, addresses left out. */
export function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /^(address|voice|state|reviewDate)$/.test(key) ? [] : [value];
  return Object.entries(value as object).flatMap(([name, item]) => textsOf(item, Array.isArray(value) ? key : name));
}
