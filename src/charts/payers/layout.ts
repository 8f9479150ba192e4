import { scaleBand } from 'd3';
import { ACCOUNT_WORDS, ACCOUNTS, type Account } from '../../lib/accounts.ts';
import { itemAt } from '../../lib/items.ts';
import { slug } from '../../lib/text.ts';
import type { Box, Wording } from '../chart.ts';
import type { Drawing, Face, Item, Tone } from '../drawing.ts';
import { NARROW, ROOMY, round, rule } from '../geometry.ts';
import { type ColumnNames, columnHeads, namedBeforeGroups, UNDER_NAMES } from '../heads.ts';
import { drawKey } from '../key.ts';
import { heightOf, LEADING, labelAt, wrap } from '../lines.ts';
import type { MarkShape } from '../marks.ts';
import type { PayerRow } from './rows.ts';

const NAME: Face = { family: 'sans', weight: 400, size: 15 };
/** in narrow columns, and of names on a phone */
const SMALL: Face = { family: 'sans', weight: 400, size: 13 };

const GUTTER = 5;
const SIZE = 12;
const PAD = 5;
/** between cases whose first payer is another one */
const APART = 9;
/** between the heads of two columns */
const HEAD_GAP = 3;

const SHAPES = { own: 'ring', other: 'disc' } as const satisfies Record<Account, MarkShape>;

/** A mark's name in an address. */
export const cellId = ({ id }: Pick<PayerRow, 'id'>): string => id.replace('>', '--');

/** Whose account a payer rests on, as a mark. */
export const accountMark = (account: Account): { shape: MarkShape; tone: Tone } => ({ shape: SHAPES[account], tone: 'others' });

/**
 * Cases as a table of marks: a row for each, a column for each payer, a mark where a fact documents it. What is blank was not
 * found in what was read.
 */
export function layoutPayers(rows: readonly PayerRow[], box: Box, { about, words: text }: Wording): Drawing {
  const { width, measure } = box;
  const narrow = width < NARROW;
  const head = width < ROOMY ? SMALL : NAME;
  /** room for names, with the gap to the first column: as much as they need in one line, where there is room */
  const longest = Math.max(0, ...rows.map(({ case_name }) => measure(case_name, NAME)));
  // who pays nowhere has no column
  const payers = about.payers.filter(({ id }) => rows.some(({ payer }) => payer === id));
  /** what all columns need so that no word of their heads breaks */
  const words = Math.max(0, ...payers.flatMap(({ label }) => label.split(' ').map((word) => measure(word, head))));
  const room = Math.max(width * 0.16, width - payers.length * Math.ceil(words + HEAD_GAP));
  const left = narrow ? Math.round(width * 0.48) : Math.round(Math.min(width * 0.28, longest + 2 * GUTTER + 6, room));
  const empty = text.empty ?? '';
  const columns = scaleBand(
    payers.map(({ id }) => id),
    [left, width],
  );
  const step = columns.step();
  const middle = (payer: string): number => (columns(payer) ?? left) + step / 2;
  const names: ColumnNames = {
    columns: payers.map(({ id, label }) => ({ name: label, left: columns(id) ?? left })),
    step,
    gap: HEAD_GAP / 2,
    set: narrow ? 'upright' : 'middle',
    face: head,
    measure,
  };
  const face = narrow ? SMALL : NAME;
  const numbered = rows.map((row, n) => ({ ...row, n }));
  const cases = [...Map.groupBy(numbered, ({ case: id }) => id).values()].map((own) => {
    const first = itemAt(own, 0);
    const name = wrap(first.case_name, left - 2 * GUTTER, face, measure);
    const said = own.some(({ account }) => account === '') ? wrap(empty, width - left - GUTTER, head, measure) : [];
    return { own, first, name, said, height: round(2 * PAD + Math.max(heightOf(name, face), heightOf(said, head))) };
  });
  // no names over rows without a mark, which come last
  const marked = cases.slice(0, cases.findLastIndex(({ said }) => said.length === 0) + 1);
  const begins = new Set(cases.flatMap(({ first }, r) => (r > 0 && first.payer !== cases[r - 1]?.first.payer ? [r] : [])));
  const named = namedBeforeGroups(
    [...Map.groupBy(marked, ({ first }) => first.payer).values()].map((own) => own.map(({ height }, i) => height + (i === 0 ? APART : 0))),
  );
  /** at how many of all cases each pays: it stays so whatever is shown */
  const totals = payers.map(({ id }) => ({ id, count: new Set(rows.filter(({ payer }) => payer === id).map((row) => row.case)).size }));
  const items: Item[] = [];
  let y = 0;
  for (const [r, { own, first, name, said, height }] of cases.entries()) {
    if (named.has(r)) {
      if (r > 0) items.push(rule(0, width, y, 'hair'));
      const heads = columnHeads(names, y + (r > 0 ? PAD : 0), r > 0);
      items.push(...heads.items);
      y = heads.bottom + UNDER_NAMES;
      if (r === 0) {
        const total = (x: number, words: string, anchor: 'start' | 'middle') =>
          labelAt(round(x), round(y + PAD), [words], { ...face, weight: 600 }, { anchor, tone: 'ink' });
        items.push(
          rule(0, width, y, 'ink'),
          total(0, `All ${cases.length}`, 'start'),
          ...totals.map(({ id, count }) => total(middle(id), String(count), 'middle')),
        );
        y = round(y + 2 * PAD + face.size * LEADING);
      }
    } else if (begins.has(r)) y = round(y + APART);
    items.push(rule(0, width, y, named.has(r) && r > 0 ? 'ink' : 'hair'));
    items.push({
      type: 'group',
      as: 'row',
      to: `/cases/${first.case}/`,
      data: { r },
      hit: { x: 0, y, width: left - GUTTER, height },
      items: [labelAt(0, y + PAD, name, face, { anchor: 'start', tone: 'ink' })],
    });
    const line = y + PAD + (face.size * LEADING) / 2;
    for (const { n, id, payer, payer_name, account, country } of own) {
      if (account === '')
        items.push({
          type: 'group',
          as: 'unit',
          data: { n, account: 'none', country: slug(country) },
          items: [labelAt(round(left + GUTTER), y + PAD + (narrow ? 0 : 1), said, head, { anchor: 'start', tone: 'muted' })],
        });
      else
        items.push({
          type: 'group',
          as: 'cell',
          name: `${first.case_name}, ${payer_name}: ${ACCOUNT_WORDS[account].toLowerCase()}`,
          data: { r, c: payers.findIndex((one) => one.id === payer), id: cellId({ id }) },
          hit: { x: round(columns(payer) ?? 0), y, width: round(step), height },
          items: [
            {
              type: 'group',
              as: 'unit',
              data: { n, payer, account, country: slug(country) },
              items: [{ type: 'mark', ...accountMark(account), size: SIZE, x: round(middle(payer)), y: round(line) }],
            },
          ],
        });
    }
    y = round(y + height);
  }
  if (rows.length > 0) items.push(rule(0, width, y, 'hair'));
  const key = drawKey(
    [
      ...ACCOUNTS.filter((account) => rows.some((row) => row.account === account)).map((account) => ({
        ...accountMark(account),
        text: ACCOUNT_WORDS[account],
      })),
    ],
    y + 14,
    box,
  );
  return { width, height: Math.ceil(key.bottom + 4), items: [...items, ...key.items] };
}
