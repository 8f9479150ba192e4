import { entryIn } from '../../guide/entries.ts';
import { actLines, quizOf } from '../../guide/teaching.ts';
import type { Figure, Guide, Lesson, Part, QuizQuestion, Statement } from '../../guide/types.ts';
import { shuffled } from '../../lib/shuffle.ts';
import { stop } from '../../lib/text.ts';
import { isChosen, LETTERS } from '../../schemas/quiz.ts';
import { pairWords } from './feedback.ts';

/** What stands on a handout, in order. */
export type HandoutItem =
  | { type: 'heading'; text: string; minutes?: number }
  | { type: 'task'; parts: readonly Part[] /** lines to write on */; lines: number }
  | { type: 'statement'; statement: Statement; parts: readonly Part[] }
  | { type: 'figure'; figure: Figure }
  | { type: 'case' }
  | { type: 'rubric' }
  | ({ type: 'question'; question: QuizQuestion; number: number } & QuestionLines)
  /** for whoever teaches; only with answers */
  | { type: 'note'; parts: readonly Part[] };

/** A question as it stands on paper. */
export interface QuestionLines {
  /** with a box to mark, or a place to write in */
  lines: { text: string; box?: true }[];
  /** how to answer; empty where that goes without saying */
  hint: string;
  /** the key in words */
  answer: string[];
}

/** Examples that an exercise starts from are named so; the others are answers to it. */
const GIVEN = /^(situation|sample-.+)$/;

/** So many lines to write on under a task, and under the last question. */
const [LINES, LAST] = [4, 3];

/**
 * The sheet of a lesson for those who learn: what they do, with room to write, and the questions. With answers it has what
 * the slides show, the notes, and the key.
 *
 * @param answers for whoever teaches
 */
export function handout(guide: Guide, lesson: Lesson, answers: boolean): HandoutItem[] {
  const { data, blocks } = lesson;
  const plain = (text: string): Part[] => [{ text, item: false }];
  const steps = data.steps.flatMap(({ title, minutes }, i): HandoutItem[] => {
    const clock = answers ? actLines(lesson, i) : [];
    const own = blocks
      .filter(({ section }) => section === title)
      .flatMap((block): HandoutItem[] => {
        if (block.type === 'activity') return [{ type: 'task', parts: block.parts, lines: answers ? 0 : LINES }];
        if (block.type === 'projects') return [{ type: 'case' }];
        if (block.type === 'rubric') return [{ type: 'rubric' }];
        if (block.type === 'figure') return [{ type: 'figure', figure: entryIn(guide, 'figures', block.figure) }];
        if (block.type === 'facilitator') return answers ? [{ type: 'note', parts: block.parts }] : [];
        if (block.type !== 'statement') return [];
        const given = block.statement.voice === 'example' && GIVEN.test(block.statement.id);
        return answers || given ? [{ type: 'statement', statement: block.statement, parts: block.parts }] : [];
      });
    const note: HandoutItem[] = clock.length > 0 ? [{ type: 'note', parts: clock.map((text) => ({ text, item: true })) }] : [];
    return own.length > 0 ? [{ type: 'heading', text: title, minutes }, ...note, ...own] : [];
  });
  const quiz = quizOf(guide, lesson);
  return [
    ...steps,
    { type: 'heading', text: 'Before you leave' },
    { type: 'task', parts: plain(data['check-out'].ask), lines: answers ? 0 : LAST },
    ...(answers ? [{ type: 'note' as const, parts: plain(`Listen for: ${stop(data['check-out']['listen-for'])}`) }] : []),
    ...(quiz.length > 0 ? [{ type: 'heading' as const, text: 'Questions' }] : []),
    ...quiz.map((question, i): HandoutItem => ({ type: 'question', question, number: i + 1, ...questionLines(question) })),
  ];
}

/** A question's lines to choose from or to fill in, and its answer in words. */
export function questionLines({ id, data }: QuizQuestion): QuestionLines {
  if (isChosen(data)) {
    return {
      lines: shuffled(data.choices, id).map(({ text }) => ({ text, box: true })),
      hint: data.type === 'multiple' ? 'More than one is right.' : '',
      answer: data.choices.filter(({ right }) => right).map(({ text, feedback }) => `${stop(text)} ${feedback}`),
    };
  }
  if (data.type === 'match') {
    const rights = shuffled(data.pairs, id).map(({ right }, i) => `${LETTERS[i]}. ${right}`);
    return {
      lines: [...data.pairs.map(({ left }) => `____ ${left}`), rights.join('   ')].map((text) => ({ text })),
      hint: 'Each letter belongs to one line.',
      answer: data.pairs.map((pair) => `${pairWords(pair)} ${pair.feedback}`),
    };
  }
  return {
    lines: shuffled(data.items, id).map((item) => ({ text: `____ ${item}` })),
    hint: 'Give each line its place, from 1.',
    answer: [...data.items.map((item, i) => `${i + 1}. ${item}`), data.feedback],
  };
}
