import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { commonCartridge } from '../../../../src/exports/teaching/common-cartridge.ts';
import { feedbackHtml, feedbackOf, feedbackText, pairWords } from '../../../../src/exports/teaching/feedback.ts';
import { gift } from '../../../../src/exports/teaching/gift.ts';
import { moodleXml, worth } from '../../../../src/exports/teaching/moodle-xml.ts';
import { qti12 } from '../../../../src/exports/teaching/qti-1.2.ts';
import { buildGuide } from '../../../../src/guide/build.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import type { Guide, Lesson, QuizQuestion } from '../../../../src/guide/types.ts';
import {
  giftBank,
  type Imported,
  moodleFormat,
  moodleQuiz,
  moodleShows,
  moodleXmlBank,
  newQuizzes,
  openEdxQuiz,
} from './platform-readers.ts';

const addressFor = (ref: string, fragment?: string): string => `https://guide.example/${ref}/${fragment ? `#${fragment}` : ''}`;
const GUIDES: [string, Guide][] = [
  ['the guide', checkedGuide()],
  ['the invented guide', buildGuide(readFiles('tests/fixtures/guide'), 'tests/fixtures/guide')],
];
const open = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

/** What stands in a feedback before its mark. */
const said = (text: string): string => text.replace(/\s*\[[^[]*\]$/, '');
const sorted = <T>(items: readonly T[]): T[] => [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

type Choices = Extract<Imported, { choices: unknown }>;
/** What is right and what is said of each choice; negative shares are wrong ones. */
const judged = (question: Imported, feedback = true) =>
  'choices' in question
    ? {
        prompt: question.prompt,
        multiple: question.multiple,
        choices: sorted(
          question.choices.map(({ text, share, feedback: own }) => ({ text, right: share > 0, ...(feedback && { feedback: said(own) }) })),
        ),
      }
    : { prompt: question.prompt, lines: sorted(question.lines) };

/** The questions of the content, as a program that knows matching has them. */
const wanted = ({ data }: QuizQuestion, feedback = true) =>
  'choices' in data
    ? {
        prompt: data.prompt,
        multiple: data.type === 'multiple',
        choices: sorted(data.choices.map(({ text, right, feedback: own }) => ({ text, right, ...(feedback && { feedback: own }) }))),
      }
    : {
        prompt: data.prompt,
        lines: sorted(
          'pairs' in data
            ? data.pairs.map(({ left, right }) => ({ left, right }))
            : data.items.map((left, i) => ({ left, right: String(i + 1) })),
        ),
      };
/** The same where a program knows choices only: each line is a question. */
const wantedChoices = (question: QuizQuestion, feedback = true) => {
  const { data } = question;
  if ('choices' in data) return [wanted(question, feedback)];
  const lines =
    'pairs' in data
      ? data.pairs.map((pair) => ({ ...pair, feedback: `${pairWords(pair)} ${pair.feedback}` }))
      : data.items.map((left, i) => ({ left, right: String(i + 1), feedback: data.feedback }));
  return lines.map(({ left, right, feedback: own }) => ({
    prompt: `${data.prompt} ${left}`,
    multiple: false,
    choices: sorted(lines.map((line) => ({ text: line.right, right: line.right === right, ...(feedback && { feedback: own }) }))),
  }));
};
const byPrompt = (a: { prompt: string }, b: { prompt: string }): number => (a.prompt < b.prompt ? -1 : 1);
/** What the whole question says after an answer: of lines every feedback. */
const general = (guide: Guide, { data }: QuizQuestion): string =>
  'choices' in data
    ? ''
    : ('pairs' in data
        ? data.pairs.map((pair) => [`${pairWords(pair)} ${pair.feedback}`, pair.from] as const)
        : [[data.feedback, data.from] as const]
      )
        .map(([text, from]) => {
          const { mark, name } = feedbackOf(guide, text, from, addressFor);
          return `${text} [${mark}: ${name}]`;
        })
        .join(' ');

describe.each(GUIDES)('Files of %s', (_, guide) => {
  const [lesson] = guide.lessons as [Lesson];
  const whole = { ...lesson, data: { ...lesson.data, quiz: guide.quiz.map(({ id }) => id) } };
  const cartridge = open(commonCartridge(guide, whole, addressFor));
  const assessment = cartridge.get('quiz/assessment.xml') as string;
  const choices = guide.quiz.flatMap((question) => wantedChoices(question)).sort(byPrompt);

  test('a cartridge is one that Moodle takes, shows the lesson and hides the notes', () => {
    expect(moodleFormat(cartridge)).toBe('imscc11');
    const shown = moodleShows(cartridge);
    expect(shown).toEqual(expect.arrayContaining([lesson.data.title, 'Before you leave', 'Questions']));
    expect(shown).not.toContain('For whoever teaches');
  });
  test('its quiz is the same to Moodle: what is right, with its own feedback for each choice', () => {
    const quiz = moodleQuiz(assessment) as Choices[];
    expect(quiz.map((question) => judged(question)).sort(byPrompt)).toEqual(choices);
    for (const { multiple, choices: own, general: after } of quiz) {
      expect(own.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
      // of several right ones Moodle shows all feedback once more under the question; the page of downloads says so
      expect(after !== '').toBe(multiple);
    }
  });
  test('and to Open edX, which loses the feedback', () => {
    const bare = guide.quiz.flatMap((question) => wantedChoices(question, false)).sort(byPrompt);
    expect(
      openEdxQuiz(assessment)
        .map((question) => judged(question, false))
        .sort(byPrompt),
    ).toEqual(bare);
  });
  test('and to Canvas New Quizzes, as is QTI 1.2, where lines stay lines', () => {
    // the program takes no feedback of a right choice among several from the condition that scores, but from its own
    expect(
      newQuizzes(assessment)
        .map((question) => judged(question))
        .sort(byPrompt),
    ).toEqual(choices);
    const quiz = newQuizzes(open(qti12(guide, guide.quiz, 'quiz', 'Quiz', addressFor)).get('quiz.xml') as string);
    expect(quiz.map((question) => judged(question))).toEqual(guide.quiz.map((question) => wanted(question)));
  });

  test.each([
    ['Moodle XML', (title: string) => moodleXmlBank(moodleXml(guide, guide.quiz, title, addressFor))],
    ['GIFT', (title: string) => giftBank(gift(guide, guide.quiz, title, addressFor))],
  ])('%s is to Moodle what the content says, with whole points for what is right and none for marking everything', (_name, bank) => {
    const { category, questions } = bank('Quiz: this/that');
    expect(category).toBe('Quiz: this//that');
    expect(questions.map((question) => judged(question))).toEqual(guide.quiz.map((question) => wanted(question)));
    for (const [i, question] of questions.entries()) {
      if ('choices' in question) {
        const shares = question.choices.map(({ share }) => share);
        expect(shares.filter((share) => share > 0).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
        if (question.multiple) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(0, 5);
      }
      expect(question.general).toBe(general(guide, guide.quiz[i] as QuizQuestion));
    }
  });
});

describe('A form that one of the programs misreads is seen', () => {
  const [[, guide]] = GUIDES as [[string, Guide]];
  const [lesson] = guide.lessons as [Lesson];
  const whole = { ...lesson, data: { ...lesson.data, quiz: guide.quiz.map(({ id }) => id) } };
  const cartridge = open(commonCartridge(guide, whole, addressFor));
  const assessment = cartridge.get('quiz/assessment.xml') as string;
  const manifest = cartridge.get('imsmanifest.xml') as string;
  const changed = (from: string, what: RegExp, to: string): string => {
    const after = from.replace(what, to);
    expect(after).not.toBe(from);
    return after;
  };
  const right = (quiz: readonly Imported[]): number =>
    quiz.flatMap((question) => ('choices' in question ? question.choices.filter(({ share }) => share > 0) : [])).length;
  const keys = right(moodleQuiz(assessment));
  const SCORING = /(<respcondition continue="No">(?:(?!<\/respcondition>).)*<setvar(?:(?!<\/respcondition>).)*<\/respcondition>)/g;

  test('version 1.3: Moodle knows no cartridge', () => {
    expect(moodleFormat(new Map([['imsmanifest.xml', manifest.replaceAll('imsccv1p1', 'imsccv1p3')]]))).toBeUndefined();
    expect(moodleFormat(new Map([['imsmanifest.xml', `<?xml version="1.0"?>${' '.repeat(1024)}${manifest}`]]))).toBeUndefined();
  });
  test('notes without a role: learners see them', () => {
    const shown = moodleShows(new Map([['imsmanifest.xml', changed(manifest, /<metadata><lom:lom>.*?<\/metadata>/, '')]]));
    expect(shown).toContain('For whoever teaches');
  });
  test('what is shown before what scores: to Open edX every choice is right', () => {
    const late = changed(assessment, new RegExp(`${SCORING.source}((?:<respcondition.*?</respcondition>)*)`, 'g'), '$2$1').replaceAll(
      '<respcondition continue="No"><conditionvar><varequal respident="response1" case="Yes">',
      '<respcondition continue="Yes"><conditionvar><varequal respident="response1" case="Yes">',
    );
    expect(right(openEdxQuiz(late))).toBeGreaterThan(2 * keys);
  });
  test('what scores and what is shown for it apart: to Moodle no single choice is right', () => {
    const apart = changed(
      assessment,
      /(<respcondition continue="No">)(<conditionvar><varequal [^>]*>[^<]*<\/varequal><\/conditionvar>)(<setvar[^>]*>100<\/setvar>)(<displayfeedback[^>]*>)(<\/respcondition>)/g,
      '$1$2$3$5<respcondition continue="Yes">$2$4$5',
    );
    expect(moodleQuiz(apart).filter((question) => 'choices' in question && !question.multiple && right([question]) > 0)).toEqual([]);
  });
  test('answers compared without their case: to Moodle no answer of several is right', () => {
    const loose = moodleQuiz(assessment.replaceAll(' case="Yes"', ''));
    const several = loose.filter((question) => 'choices' in question && question.multiple);
    expect([several.length > 0, right(several)]).toEqual([true, 0]);
  });
  test('a share that Moodle does not know, and a sign of GIFT that is not escaped', () => {
    const title = 'Quiz';
    expect(() => moodleXmlBank(changed(moodleXml(guide, guide.quiz, title, addressFor), /fraction="33\.33333"/, 'fraction="33"'))).toThrow(
      '33%',
    );
    const plain = gift(guide, guide.quiz, title, addressFor);
    const read = (text: string) => giftBank(text).questions.map((question) => judged(question));
    expect(read(changed(plain, /\\=/, '='))).not.toEqual(read(plain));
  });
});

test('Moodle’s shares: one right choice takes all, several share, wrong ones take as much away', () => {
  const of = (right: number, wrong: number) => ({
    multiple: true,
    choices: [...Array<{ right: boolean }>(right).fill({ right: true }), ...Array<{ right: boolean }>(wrong).fill({ right: false })],
  });
  expect([worth(true, { multiple: false, choices: [] }), worth(false, { multiple: false, choices: [] })]).toEqual(['100', '0']);
  expect([worth(true, of(1, 3)), worth(true, of(3, 2)), worth(false, of(3, 2)), worth(false, of(2, 6))]).toEqual([
    '100',
    '33.33333',
    '-50',
    '-16.66667',
  ]);
  expect(() => worth(false, of(2, 11))).toThrow(RangeError);
});

test('a pair is said with a colon, unless its line ends a sentence', () => {
  const pair = (left: string) => pairWords({ left, right: 'The paper says' });
  expect([pair('Timetables'), pair('It came late.'), pair('“Nearly all.”'), pair('Why?')]).toEqual([
    'Timetables: The paper says.',
    'It came late. The paper says.',
    '“Nearly all.” The paper says.',
    'Why? The paper says.',
  ]);
});

test('a feedback names whose it is, and where that stands: as a link or in words', () => {
  const [[, guide]] = GUIDES as [[string, Guide]];
  const at = (address: string) => feedbackOf(guide, 'So.', 'results-2', () => address);
  const [web, words] = ['https://guide.example/evidence/the-paper/#results-2', 'page /evidence/the-paper/#results-2 of the guide'];
  expect([feedbackText(at(web)), feedbackHtml(at(web)).xml]).toEqual([
    `So. [The paper says: Results, sentence 2, ${web}]`,
    `<p>So. [The paper says: <a href="${web}">Results, sentence 2</a>]</p>`,
  ]);
  expect([feedbackText(at(words)), feedbackHtml(at(words)).xml]).toEqual([
    `So. [The paper says: Results, sentence 2, ${words}]`,
    `<p>So. [The paper says: Results, sentence 2, ${words}]</p>`,
  ]);
});

test('whatever a question says, Moodle reads it back from both files', () => {
  const [[, guide]] = GUIDES as [[string, Guide]];
  const [single] = guide.quiz.filter(({ data }) => data.type === 'single') as [QuizQuestion];
  const [match] = guide.quiz.filter(({ data }) => data.type === 'match') as [QuizQuestion];
  const word = fc
    .string({ unit: fc.constantFrom(...'ab:#={}~\\/->[]%&<"\' '), minLength: 1, maxLength: 12 })
    .map((text) => `x${text.replace(/\s+/g, ' ')}y`);
  fc.assert(
    fc.property(fc.array(word, { minLength: 9, maxLength: 9 }), (words) => {
      const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = ''] = words.map((text, n) => `${n}${text}`);
      const from = 'results-2';
      const made = [
        {
          ...single,
          data: { ...single.data, prompt: a, choices: [b, c, d].map((text, n) => ({ text, right: n === 1, feedback: e, from })) },
        },
        {
          ...match,
          data: {
            ...match.data,
            prompt: f,
            pairs: [
              [a, b],
              [c, d],
              [g, h],
            ].map(([left, right]) => ({ left, right, feedback: i, from })),
          },
        },
      ] as QuizQuestion[];
      const tidy = (question: QuizQuestion) => JSON.parse(JSON.stringify(wanted(question)).replace(/ +/g, ' ')) as unknown;
      for (const { questions } of [
        moodleXmlBank(moodleXml(guide, made, 'Quiz', addressFor)),
        giftBank(gift(guide, made, 'Quiz', addressFor)),
      ])
        expect(questions.map((question) => judged(question))).toEqual(made.map(tidy));
    }),
    { numRuns: 200 },
  );
});
