import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  copiedHtml,
  copiedText,
  objectionAddress,
  objectionText,
  type ShownStatement,
} from '../../../../src/documents/statement-tools/texts.ts';

const ADDRESS = 'https://guide.example/base/gaps/timetables/#named';
const shown = (more: Partial<ShownStatement>): ShownStatement => ({
  mark: 'We infer',
  meaning: 'So it is.',
  words: ['A study may come too late.'],
  notes: [],
  page: 'Timetables',
  guide: 'The guide',
  address: ADDRESS,
  reviewed: 'November 24, 2026',
  ...more,
});
const END = `Timetables · The guide\n${ADDRESS}\nReviewed November 24, 2026. Copied November 29, 2026.`;

/** One of each voice, as pages show them. */
const EACH: [string, Partial<ShownStatement>, string][] = [
  [
    'the paper',
    {
      mark: 'The paper says',
      notes: [
        [{ text: 'Harrison MI. A study. J 2024; 1:2.' }],
        [{ text: 'Results, sentence 2 · ' }, { text: 'read it on PubMed', href: 'https://pubmed.example/1/#:~:text=a,b' }],
      ],
    },
    'The paper says. So it is. Harrison MI. A study. J 2024; 1:2. Results, sentence 2 · read it on PubMed <https://pubmed.example/1/#:~:text=a,b>.',
  ],
  [
    'others, with a stance',
    {
      mark: 'Others add · contradicts',
      notes: [
        [{ text: 'Reid 2023', href: 'https://guide.example/base/sources/reid/' }, { text: '. Survey. Read: abstract. Contradicts.' }],
      ],
    },
    'Others add · contradicts. So it is. Reid 2023. Survey. Read: abstract. Contradicts.',
  ],
  [
    'the editors, with a reason',
    {
      notes: [
        [
          { text: 'Because budgets are yearly. Rests on ' },
          { text: 'Results, sentence 2', href: 'https://guide.example/base/evidence/the-paper/#results-2' },
          { text: '.' },
        ],
      ],
    },
    'We infer. So it is. Because budgets are yearly. Rests on Results, sentence 2.',
  ],
  ['nobody', { mark: 'Not reported', notes: [[{ text: 'The full text may say' }]] }, 'Not reported. So it is. The full text may say.'],
  ['an invention', { mark: 'Invented example' }, 'Invented example. So it is.'],
  ['the judge of a pair', { mark: 'We infer · Not linked', page: 'Timetables: teamwork' }, 'We infer · Not linked. So it is.'],
];

describe('A copied statement', () => {
  test.each(EACH)('of %s ends with its mark, what it rests on, its page, its address and the days', (_, more, whose) => {
    const statement = shown(more);
    expect(copiedText(statement, 'November 29, 2026')).toBe(
      `A study may come too late.\n\n${whose}\n\n${END.replace('Timetables ·', `${statement.page} ·`)}`,
    );
  });

  test('has each paragraph and item for itself, in the words of the page', () => {
    const words = ['Two things:', '• the day', '• the budget'];
    expect(
      copiedText(shown({ words }), 'November 29, 2026').startsWith('Two things:\n\n• the day\n\n• the budget\n\nWe infer. So it is.'),
    ).toBe(true);
  });

  test('tells the heading over it, where one stands there', () => {
    expect(copiedText(shown({ section: 'What it costs' }), 'November 29, 2026')).toContain('\n\nTimetables · What it costs · The guide\n');
    expect(objectionText(shown({ section: 'What it costs' }))).toContain('Page: Timetables · What it costs\n');
  });

  test('says of no review that is not on its page, and the name of the guide once', () => {
    const text = copiedText(shown({ reviewed: undefined, page: 'The guide' }), 'November 29, 2026');
    expect(text.endsWith(`We infer. So it is.\n\nThe guide\n${ADDRESS}\nCopied November 29, 2026.`)).toBe(true);
  });

  test.each(EACH)('of %s says the same where links are kept', (_, more) => {
    const statement = shown(more);
    const html = copiedHtml(statement, 'November 29, 2026');
    const bare = (text: string) => text.replace(/\s+/g, ' ').trim();
    const [text, rich] = [copiedText(statement, 'November 29, 2026').replace(/ <https:[^>]+>/g, ''), html.replaceAll(/<[^>]+>/g, ' ')];
    expect(bare(rich).replaceAll(/ (?=[.,])/g, '')).toBe(bare(text));
    for (const { href } of statement.notes.flat()) if (href) expect(html).toContain(`<a href="${href}">`);
    expect(html).toContain(`<a href="${ADDRESS}">${ADDRESS}</a>`);
  });

  test('keeps signs as text, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', ' ', 'script') }), (words) => {
        const html = copiedHtml(shown({ words: [words] }), 'November 29, 2026');
        expect(html.match(/<\/?\w+/g)?.filter((tag) => !/^<\/?(p|b|br|a)$/.test(tag)) ?? []).toEqual([]);
      }),
    );
  });
});

describe('An objection', () => {
  test('names the statement, its page, its address, its mark and its words, and leaves room', () => {
    expect(objectionText(shown({}))).toBe(
      [
        'I object to a statement of “The guide”.',
        '',
        'Page: Timetables',
        'Statement: named',
        `Address: ${ADDRESS}`,
        'Mark: We infer',
        'Words: A study may come too late.',
        '',
        'What is wrong, and where one can see it:',
        '',
      ].join('\n'),
    );
  });

  test('to what has no address of its own names the page; of a side of a figure it tells the whole row', () => {
    expect(objectionText(shown({ address: 'https://guide.example/' }))).not.toContain('Statement:');
    const side = shown({ words: ['Between: Timetables', 'Side: outside', 'In our words: A study may run for years.'], page: 'Tension' });
    expect(objectionText(side)).toContain('Words: Between: Timetables Side: outside In our words: A study may run for years.');
  });

  test('is short enough for a mail, and arrives with its lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 900 }), { maxLength: 4 }), (words) => {
        expect(objectionText(shown({ words })).length).toBeLessThan(1000);
      }),
    );
    const mail = new URL(objectionAddress('mailto:a@example.org', shown({})));
    expect(mail.searchParams.get('subject')).toBe('Objection: Timetables');
    expect(mail.searchParams.get('body')).toBe(objectionText(shown({})).replaceAll('\n', '\r\n'));
    const form = new URL(objectionAddress('https://example.org/objections?to=us', shown({})));
    expect([...form.searchParams.keys()]).toEqual(['to', 'subject', 'body']);
  });
});
