import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CASE_HEADINGS } from '../../../src/documents/compare-cases/wording.ts';
import { choiceWords, leftOutWords, MOST } from '../../../src/documents/side-by-side/wording.ts';
import { caseSheet } from '../../../src/exports/case-sheet.ts';
import { seenFirst } from '../../../src/exports/record-guide.ts';
import { choosersOf, FIRST_SEEN, factsOfCase, payersOf, seenAt } from '../../../src/guide/cases.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { accountWords, factIn, factOf, readWords } from '../../../src/guide/facts.ts';
import { statusWords } from '../../../src/guide/mechanisms.ts';
import { printedSums } from '../../../src/guide/sums.ts';
import { ASPECT_WORDS, ASPECTS } from '../../../src/lib/aspects.ts';
import { keysOf } from '../../../src/lib/records.ts';
import { amountWords, BOUNDS, CURRENCIES, sumWords } from '../../../src/lib/sums.ts';

const guide = checkedGuide();

const CASE = ['case', 'cases'] as const;

describe('A case', () => {
  test('every fact stands in its source, with when it is of and whose account', () => {
    expect(guide.cases.length).toBeGreaterThanOrEqual(40);
    for (const one of guide.cases)
      for (const { name, finding } of factsOfCase(guide, one))
        expect([name, typeof finding.own, finding.dated === undefined]).toEqual([name, 'boolean', false]);
  });

  test('payers and choosers stand in the order of guide.yaml, each once', () => {
    for (const one of guide.cases) {
      const places = payersOf(guide, one).map(({ id }) => guide.about.payers.findIndex((payer) => payer.id === id));
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      expect(payersOf(guide, one).length).toBe(one.data.payers.length);
      expect(choosersOf(guide, one).length).toBe(new Set(one.data.choosers.map(({ chooser }) => chooser)).size);
    }
  });

  test('says nowhere that a program works, and names no system of the study', () => {
    for (const { data } of guide.cases)
      for (const text of [data.telling.text, ...data.illustrates.map(({ why }) => why)])
        expect(text).not.toMatch(/\b(proves?|proven|one of the (five|5) systems|in the study)\b/i);
  });
});

describe('Where a finding can be seen', () => {
  test('judged facts first, then what others tell, then by name; each case once', () => {
    for (const finding of guide.findings) {
      const seen = seenAt(guide, finding);
      const ranks = seen.map(({ stance, fact }) => (stance ? 0 : 2) + (fact.finding.own === false ? 0 : 1));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(new Set(seen.map((one) => one.seen.id)).size).toBe(seen.length);
      expect(seenFirst(guide, finding).length).toBe(Math.min(FIRST_SEEN, seen.length));
      for (const { text } of seenFirst(guide, finding)) expect(text).toMatch(/ \((own account|outside account)\)$/);
    }
  });
});

describe('A fact', () => {
  const [name = ''] = guide.cases[0]?.data.facts.pays ?? [];
  test('is found by its name, or is undefined', () => {
    expect(factOf(guide, name).name).toBe(name);
    expect([factIn(guide, 'none#none'), factIn(guide, `${guide.study.id}#none`), factIn(guide, '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
  test('tells whose account it is and what was read, over all that may be missing', () => {
    const fact = factOf(guide, name);
    const as = (own: boolean | undefined, dated: string | undefined) => ({ ...fact, finding: { ...fact.finding, own, dated } });
    expect([true, false, undefined].map((own) => accountWords(as(own, '')))).toEqual(['Own account', 'Outside account', '']);
    expect(readWords(as(true, undefined))).toBe(`Read: ${fact.source.data.read}.`);
    expect(readWords(as(true, 'undated page'))).toBe(`Undated page. Read: ${fact.source.data.read}.`);
    expect(readWords(as(true, 'March 2017.'))).toBe(`March 2017. Read: ${fact.source.data.read}.`);
  });
});

describe('A sum', () => {
  test('is told in its own currency, with its bound and its year', () => {
    expect(sumWords({ amount: 64_000_000, currency: 'USD', year: 2020, bound: 'over' })).toBe('over $64 million (2020)');
    expect(sumWords({ amount: 150_000, currency: 'CAD' })).toBe('C$150,000 (year not shown)');
    expect(amountWords({ amount: 1_400_000_000, currency: 'USD', bound: 'about' })).toBe('about $1.4 billion');
    expect(amountWords({ amount: 66_940_000, currency: 'GBP' })).toBe('£66.94 million');
    expect(amountWords({ amount: 1, currency: 'CHF', bound: 'up to' })).toBe('up to CHF 1');
    // read back, it is the same sum: nothing is rounded away
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 13 }),
        fc.constantFrom(...keysOf(CURRENCIES)),
        fc.constantFrom(undefined, ...BOUNDS),
        (amount, currency, bound) => {
          const said = amountWords({ amount, currency, bound });
          const [, number = '', unit = ''] = /([\d,.]+)(?: (million|billion))?$/.exec(said) ?? [];
          expect(
            Math.round(Number(number.replaceAll(',', '')) * { '': 1, million: 1e6, billion: 1e9 }[unit as '' | 'million' | 'billion']),
          ).toBe(amount);
          expect(said.startsWith(`${bound ? `${bound} ` : ''}${CURRENCIES[currency]}`)).toBe(true);
        },
      ),
    );
    expect([94_197_500, 999_999_999, 1_000_000_400, 10 ** 12].map((amount) => amountWords({ amount, currency: 'USD' }))).toEqual([
      '$94,197,500',
      '$999,999,999',
      '$1,000,000,400',
      '$1,000 billion',
    ]);
  });
  test('printed in pounds, it stands so in the text of its fact', () => {
    for (const { fact, currency } of printedSums(guide)) if (currency === 'GBP') expect(fact.finding.text).toContain('£');
  });
});

test('the status of a way of paying names its date once', () => {
  const [way] = guide.mechanisms;
  if (!way) throw new Error('There are no ways of paying.');
  const of = (status: string, as: string) => statusWords({ data: { ...way.data, status, 'as-of': as } });
  expect(of('Recurring', '2026')).toBe('Recurring (2026)');
  expect(of('Listed on an undated page', 'undated page')).toBe('Listed on an undated page');
  expect(of('Figures of 2017', '2017')).toBe('Figures of 2017');
});

describe('Cases side by side', () => {
  test('have the same rows in the same order, whatever is known of them', () => {
    const sheets = guide.cases.map((one) => caseSheet(guide, one));
    const headings = [
      ...ASPECTS.flatMap((aspect) => (aspect === 'pays' ? [ASPECT_WORDS.pays, CASE_HEADINGS.sums] : [ASPECT_WORDS[aspect]])),
      CASE_HEADINGS.unknown,
    ];
    for (const { rows } of sheets) expect(rows.map(({ heading }) => heading)).toEqual(headings);
  });
  test('hold every fact with its source and whose account it is', () => {
    for (const one of guide.cases) {
      const items = caseSheet(guide, one).rows.flatMap(({ items }) => items);
      for (const fact of factsOfCase(guide, one)) {
        const item = items.find(({ text }) => text === fact.finding.text);
        expect(item?.source).toBe(fact.source.data.short);
        expect(item?.account).toContain(accountWords(fact));
      }
    }
  });
  test('the status says how many stand there, over the whole range', () => {
    expect(Array.from({ length: MOST + 1 }, (_, count) => choiceWords(CASE, count, true))).toEqual([
      'Choose two cases or more.',
      'Choose one more case to compare.',
      'Two cases side by side.',
      'Three cases side by side.',
      'Four cases side by side.',
    ]);
    expect([0, 1, 2].map((count) => choiceWords(CASE, count, false))).toEqual([
      '',
      'Choose one more case to compare.',
      'Two cases side by side.',
    ]);
    expect([leftOutWords(CASE, 0, 0), leftOutWords(CASE, 1, 0), leftOutWords(CASE, 2, 1), leftOutWords(CASE, 0, 12)]).toEqual([
      '',
      'One case in the address is not in this guide.',
      'Two cases in the address are not in this guide. One more in the address has no room: four stand side by side at most.',
      '12 more in the address have no room: four stand side by side at most.',
    ]);
  });
});
