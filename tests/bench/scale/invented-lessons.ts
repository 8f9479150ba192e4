import { stringify } from 'yaml';
import { keyOf } from '../../../src/lib/stamp.ts';
import type { FindingKind } from '../../../src/schemas/kinds.ts';
import { QUIZ_TOPICS } from '../../../src/schemas/quiz.ts';
import { NOUNS, VERBS, writer } from './invented-words.ts';

/** What the rest of the guide has, and how much is wanted. */
interface Invented {
  size: number;
  /** takes a path below the folder, the title, the fields and the body of an entry */
  add(path: string, title: string, front: Record<string, unknown>, body?: string): void;
  idsOf(kind: FindingKind): string[];
  findings: { ref: string }[];
  sources: string[];
  sentenceIds: string[];
  quiz: number;
  lessons: number;
}

export const DAY = '2025-01-31';
const DOMAINS = ['lending', 'mending', 'keeping'];

/** `name-1`, `name-2` and so on. */
export const numbered = (name: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${name}-${i + 1}`);

/** Whom the lessons are for, and what they teach. */
export const teachingYaml = ([source]: readonly string[]): string =>
  stringify({
    audiences: [{ id: 'neighbors', name: 'neighbors' }],
    competencies: {
      name: 'Skills of lenders',
      note: 'The list is invented.',
      domains: DOMAINS.map((id, i) => ({ id, number: i + 1, name: id, source })),
    },
  });

/** Adds two figures with words of their own, questions of the self-check, the quiz and the lessons. */
export function addTeaching({ size, add, idsOf, findings, sources, sentenceIds, quiz, lessons }: Invented): void {
  const gaps = idsOf('gaps').map((id) => `gaps/${id}`);
  const t = writer(`${size} figures`);
  const drawn = (id: string, words: Record<string, string>, sides: object[]) =>
    add(
      `figures/${id}.mdx`,
      `A drawing named ${id}`,
      {
        title: `A drawing named ${id}`,
        answer: { voice: 'editors', because: 'it may be drawn', from: 'results-1', text: 'We think {gaps} places may be enough.' },
        how: 'Look at its marks.',
        words,
        ...(sides.length > 0 && { sides }),
        reviewed: DAY,
      },
      '<Unknown id="more" where="Nowhere.">\n\nWhether there is more.\n\n</Unknown>\n',
    );
  drawn('study', { gathered: 'Asked', published: 'Told', missing: 'How many said it', 'missing-note': 'Nobody counted.' }, []);
  const pull = () => t.sentence('it may be that ').slice(0, 70).replace(/\W*$/, '.');
  drawn(
    'tension',
    { outside: 'What the rule asks', inside: 'What the shelf asks' },
    gaps.map((on) => ({ on, outside: pull(), inside: pull(), because: t.phrase(), from: 'results-1' })),
  );

  const keys = new Set<string>();
  for (const [i, about] of [...gaps, ...idsOf('recommendations').map((id) => `recommendations/${id}`)].entries()) {
    const w = writer(`${size} questions/${about}`);
    let id = `question-${i + 1}`;
    while (keys.has(keyOf(id))) id += 'x';
    keys.add(keyOf(id));
    const looks = { 'in-place': w.sentence(), partly: w.sentence(), not: w.sentence() };
    const front = { about, ask: `Is it so that ${w.thing()} ${w.pick(VERBS)} ${w.thing()}?`, looks, talk: `${w.phrase()}?` };
    add(`questions/${id}.yaml`, id, { ...front, because: w.phrase(), from: 'results-1', order: i + 1, reviewed: DAY });
  }

  for (const [i, id] of numbered('item', quiz).entries()) {
    const w = writer(`${size} quiz/${id}`);
    const type = w.pick(['single', 'single', 'single', 'multiple', 'match', 'order'] as const);
    const said = () => ({ feedback: w.sentence(), from: w.pick(['results-1', w.pick(findings).ref, w.pick(sources)]) });
    const part = (j: number) => `${'abcd'[j]} ${w.phrase()}`;
    const of = {
      single: () => ({ choices: w.times(4, (j) => ({ text: j ? part(j) : 'a drill', ...(!j && { right: true }), ...said() })) }),
      multiple: () => ({ choices: w.times(4, (j) => ({ text: part(j), ...(j < 2 && { right: true }), ...said() })) }),
      match: () => ({ pairs: w.times(3, (j) => ({ left: part(j), right: `${j} ${w.pick(NOUNS)}`, ...said() })) }),
      order: () => ({ items: w.times(4, part), ...said() }),
    }[type]();
    add(`quiz/${id}.yaml`, id, {
      type,
      about: w.pick(QUIZ_TOPICS),
      prompt: `${w.sentence().replace(/\.$/, '')}?`,
      ...of,
      order: i + 1,
      reviewed: DAY,
    });
  }

  for (const [i, id] of numbered('lesson', lessons).entries()) {
    const w = writer(`${size} lessons/${id}`);
    const steps = w.times(4, (n) => ({ title: `Step ${'ABCD'[n]} ${w.place()}`, minutes: 5 + w.below(9) }));
    const block = (name: string, id: string, attributes: string, text: string) =>
      `<${name} id="${id}"${attributes}>\n\n${text}\n\n</${name}>\n`;
    const step = ({ title }: { title: string }, n: number) =>
      [
        `## ${title}\n`,
        block('Facilitator', `say-${n}`, '', `Say: ${w.sentences(4)}\n\n${w.sentences(4)}`),
        block('Paper', `told-${n}`, ` at="${w.pick(sentenceIds)}"`, `${w.sentence()} ${w.sentences(1)}`),
        ...(n % 2 ? [`<Figure id="${w.pick(['link-matrix', 'tension', 'study'])}" />\n`] : []),
        block('Activity', `do-${n}`, '', `${w.sentences(3)}\n\n- ${w.sentence()}\n- ${w.sentence()}`),
        block('Others', `other-${n}`, ` source="${w.pick(sources)}" stance="supports"`, w.sentences(2)),
        block('Editors', `guess-${n}`, ` because="${w.phrase()}" from="results-1"`, `${w.sentence('it may be that ')} ${w.sentences(1)}`),
      ].join('\n');
    // two lessons of one title are refused
    const title = `Lesson ${i + 1} on ${w.place()}`;
    add(
      `lessons/${id}.mdx`,
      title,
      {
        title,
        short: `lesson ${i + 1}`,
        description: w.sentence().slice(0, 150),
        minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0),
        setting: w.phrase(),
        audiences: ['neighbors'],
        group: w.phrase(),
        questions: w.times(3, () => `${w.phrase()}?`),
        objectives: w.times(4, (n) => ({ id: `aim-${n}`, can: `Name ${w.phrase()}`, competencies: [w.pick(DOMAINS)] })),
        before: [{ to: w.pick(findings).ref, minutes: 3, why: w.sentence() }],
        bring: w.times(3, w.phrase),
        steps,
        'key-points': w.times(3, (n) => ({
          id: `point-${n}`,
          voice: 'paper',
          at: w.pick(sentenceIds),
          text: w.sentence(),
        })),
        'check-out': { ask: `${w.phrase()}?`, 'listen-for': w.sentence() },
        adaptations: w.times(3, () => ({ for: w.place(), how: w.sentences(2) })),
        aliases: w.times(5, w.phrase),
        asked: w.times(10, w.phrase),
        order: i + 1,
        reviewed: DAY,
      },
      steps.map(step).join('\n'),
    );
  }
}
