import { syllable } from 'syllable';
import { describe, expect, test } from 'vitest';
import { checkedGuide } from '../../src/guide/check.ts';
import type { Entry } from '../../src/guide/types.ts';

const guide = checkedGuide();
/** names of entries, and the words that a paraphrase of the study must keep */
const names = [
  ...guide.findings.flatMap(({ id, data }) => [data.title, data.short ?? '', id.replaceAll('-', ' ')]),
  ...guide.study.data.sentences.flatMap(({ keep }) => keep.flatMap(({ words }) => words.flatMap((phrase) => phrase.split('…')))),
]
  .map((name) => name.trim())
  .filter(Boolean)
  .sort((a, b) => b.length - a.length);

/** Reading grade (Flesch-Kincaid) of a text. Names of entries and words that must stay count as one short word: no sentence can do without them. */
function grade(text: string): number {
  const plain = names.reduce(
    (rest, name) => rest.replace(new RegExp(`(?<![a-z])${name.replace(/[.*+?]/g, '\\$&')}(?![a-z])`, 'gi'), 'it'),
    text,
  );
  const sentences = plain.split(/[.!?]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length || 1;
  const words = plain.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

describe('The text can be read', () => {
  test('the measure tells plain from heavy', () => {
    expect(grade('A budget is set in June. The study ends in May.')).toBeLessThan(3);
    expect(grade('Organizational prioritization necessitates interdisciplinary operationalization.')).toBeGreaterThan(20);
  });
  test('every page is at grade 12 or lower, a finding at 11', () => {
    const textOf = (entry: Entry): string[] => [
      ...entry.statements.map(({ text }) => text),
      entry.prose,
      ...('against' in entry.data
        ? [entry.data.against, entry.data['would-change-our-mind'], ...entry.data.sources.map(({ says }) => says)]
        : []),
    ];
    const heavy = [...guide.entries.values()]
      .map((entry) => ({
        ref: entry.ref,
        text: textOf(entry)
          .filter(Boolean)
          .map((text) => text.replace(/[^.?!]$/, '$&.'))
          .join(' '),
      }))
      .filter(({ text }) => text !== '')
      .map(({ ref, text }) => ({ ref, grade: grade(text) }))
      .filter((page) => page.grade > (guide.findings.some(({ ref }) => ref === page.ref) ? 11 : 12));
    expect(heavy).toEqual([]);
  });
  test('half of all sentences of the findings have 16 words or fewer', () => {
    const lengths = guide.findings
      .flatMap(({ statements }) =>
        statements.flatMap(({ text }) => [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]),
      )
      .map(({ segment }) => segment.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(16);
  });
  test('every answer is at grade 9 or lower', () => {
    const heavy = guide.findings.map(({ ref, data }) => ({ ref, grade: grade(data.answer.text) })).filter((answer) => answer.grade > 9);
    expect(heavy).toEqual([]);
  });
  test('every figure is at grade 9 or lower: what it shows, how to read it, and all it says', () => {
    const texts = guide.figures.flatMap(({ ref, data, statements: [answer, ...rest] }) => [
      { ref, part: 'what it shows', text: answer?.text ?? '' },
      { ref, part: 'how to read it', text: data.how },
      { ref, part: 'its reading', text: rest.map(({ text }) => text).join(' ') },
    ]);
    expect(texts.map((one) => ({ ...one, grade: grade(one.text) })).filter(({ grade }) => grade > 9)).toEqual([]);
  });
  test('every finding has 250 to 560 words: its statements with their reasons, its questions and what to read next', () => {
    for (const { ref, statements, data } of guide.findings) {
      const words = [
        ...statements.flatMap(({ text, because, where }) => [text, because ?? '', where ?? '']),
        ...data.questions,
        ...data.next.map(({ why }) => why),
      ]
        .join(' ')
        .split(/\s+/)
        .filter(Boolean).length;
      expect([ref, words >= 250 && words <= 560]).toEqual([ref, true]);
    }
  });
  test('no page has more than 1,200 words before its lists', () => {
    const long = [...guide.entries.values()].flatMap(({ ref, prose, statements }) => {
      const words = [prose, ...statements.map(({ text }) => text)].join(' ').split(/\s+/).filter(Boolean).length;
      return words > 1200 ? [[ref, words]] : [];
    });
    expect(long).toEqual([]);
  });
  test('every finding has four to six questions', () => {
    for (const { ref, data } of guide.findings) expect([ref, data.questions.length >= 4]).toEqual([ref, true]);
  });
});
