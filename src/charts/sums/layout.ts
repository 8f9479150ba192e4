import { extent, scaleLog } from 'd3';
import { keysOf } from '../../lib/records.ts';
import { amountWords, BOUNDS, CURRENCIES, type Currency, SUM_KINDS, SUM_WORDS, type SumKind, sumWords } from '../../lib/sums.ts';
import { capital } from '../../lib/text.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Item, Tone } from '../drawing.ts';
import { round } from '../geometry.ts';
import { laneStart, layoutLanes } from '../lanes.ts';
import { heightOf, labelAt, wrap } from '../lines.ts';
import type { MarkShape } from '../marks.ts';
import type { SumRow } from './rows.ts';

const TEXT: Face = { family: 'sans', weight: 400, size: 15 };

const SHAPES = {
  budget: 'square',
  award: 'disc',
  program: 'ringed-dot',
  gift: 'diamond',
  saving: 'ring',
  cost: 'outline',
} as const satisfies Record<SumKind, MarkShape>;

/** What kind of sum it is, as a mark. */
export const sumMark = (kind: SumKind): { shape: MarkShape; tone: Tone } => ({ shape: SHAPES[kind], tone: 'others' });

/** A sum's name in an address. */
export const cellId = ({ id }: Pick<SumRow, 'id'>): string => id.replace('#', '--').replace('/', '-');

/** A row as a sum has it. */
export const sumOf = ({ amount, currency, bound, year }: SumRow) => ({
  amount,
  currency,
  year: year === '' ? undefined : year,
  bound: BOUNDS.find((one) => one === bound),
});

/** Every printed sum on one axis that grows tenfold from line to line, in lanes by what kind of sum it is. */
export function layoutSums(rows: readonly SumRow[], box: Box, { words }: Wording): Drawing {
  const { width, measure } = box;
  const left = laneStart(width);
  const [least, most] = extent(rows, ({ amount }) => amount);
  if (least === undefined || most === undefined) return { width, height: 1, items: [] };
  const domain = [10 ** Math.floor(Math.log10(least)), 10 ** Math.max(Math.ceil(Math.log10(most)), Math.floor(Math.log10(least)) + 1)];
  const x = scaleLog(domain, [left, width - 14]);
  const tens = Array.from(
    { length: Math.round(Math.log10((domain[1] ?? 1) / (domain[0] ?? 1))) + 1 },
    (_, i) => (domain[0] ?? 1) * 10 ** i,
  );
  const items: Item[] = [];

  const note = wrap(words.axis ?? '', width, TEXT, measure);
  items.push(labelAt(0, 0, note, TEXT, { anchor: 'start', tone: 'muted' }));
  const axis = heightOf(note, TEXT) + 8;
  const lanes = SUM_KINDS.filter((kind) => rows.some((row) => row.kind === kind)).map((kind) => ({
    name: SUM_WORDS[kind],
    marks: rows.flatMap((row, n) =>
      row.kind === kind
        ? [
            {
              x: round(x(row.amount)),
              ...sumMark(kind),
              name: `${capital(sumWords(sumOf(row)))}: ${row.of}. ${row.where_name}`,
              id: cellId(row),
              n,
              values: { kind, currency: row.currency, account: row.account, year: row.year === '' ? 'none' : String(row.year) },
              // a lane names its ends, the smallest sum and the largest: what to compare stands on paper too
              label: { whose: row.where_name, says: amountWords(sumOf(row)) },
            },
          ]
        : [],
    ),
  }));
  const { items: drawn, bottom } = layoutLanes(lanes, axis + heightOf([''], TEXT) + 6, box);
  let named = Number.NEGATIVE_INFINITY;
  for (const [i, amount] of tens.entries()) {
    const at = round(x(amount));
    items.push({ type: 'stroke', d: `M${at} ${round(axis + 16)}V${round(bottom)}`, tone: 'hair', style: 'solid', width: 1 });
    const name = shortAmount(amount);
    const wide = measure(name, TEXT);
    const from = i === 0 ? Math.max(0, at - wide / 2) : i === tens.length - 1 ? at - wide : at - wide / 2;
    // a name that would touch the one before is left out: its line stands all the same
    if (from < named + 10) continue;
    named = from + wide;
    items.push(labelAt(round(from), axis, [name], TEXT, { anchor: 'start', tone: 'muted' }));
  }
  const said = wrap(currencyWords(rows.map(({ currency }) => currency)), width, TEXT, measure);
  const end = bottom + 10;
  return {
    width,
    height: Math.ceil(end + heightOf(said, TEXT) + 2),
    items: [...items, ...drawn, labelAt(0, end, said, TEXT, { anchor: 'start', tone: 'muted' })],
  };
}

/** A round amount in few signs: 10,000; 1 million. */
const shortAmount = (amount: number): string =>
  amount >= 1e9
    ? `${(amount / 1e9).toLocaleString('en-US')} billion`
    : amount >= 1e6
      ? `${amount / 1e6} million`
      : amount.toLocaleString('en-US');

/** Which currencies stand on the axis. */
export function currencyWords(currencies: readonly Currency[]): string {
  const names = keysOf(CURRENCIES)
    .filter((one) => currencies.includes(one))
    .map((one) => [...new Set([CURRENCIES[one].trim(), one])].join(' '));
  if (names.length === 0) return '';
  return names.length === 1 ? `All sums are in ${names[0]}.` : `Currencies as printed, none turned into another: ${names.join(', ')}.`;
}
