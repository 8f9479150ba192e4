import { fieldName, type Place } from '../read/problem.ts';
import type { Guide, Statement } from '../types.ts';

/** A text that a reader takes for the paper's, with the sentences it rests on. */
export interface Told {
  text: string;
  /** sentence ids, as written */
  at: readonly string[];
  place: Place;
  /** what it is, as a message begins */
  name: string;
}

/**
 * Everything that tells what the paper says: statements in its voice, the gists of its sentences, the leads of kinds, and
 * feedback of the quiz that bears its mark.
 */
export function toldByThePaper(guide: Guide): Told[] {
  const start = { file: guide.file, line: 1, column: 1 };
  return [
    ...guide.statements
      .filter(({ voice }) => voice === 'paper')
      .map(({ text, at, place }) => ({ text, at, place, name: `paper at="${at.join(' ')}"` })),
    ...guide.study.data.sentences.map(({ id, gist }, i) => ({
      text: gist,
      at: [id],
      place: guide.study.at(`sentences.${i}.gist`),
      name: `gist of ${id}`,
    })),
    ...guide.findings
      .map(({ kind }) => kind)
      .filter((kind, i, kinds) => kinds.indexOf(kind) === i)
      .map((kind) => ({ text: guide.about.kinds[kind].lead, at: guide.about.kinds[kind].at, place: start, name: `kinds.${kind}.lead` })),
    ...feedback(guide),
  ];
}

/** Feedback that rests on a sentence of the study, or on a statement in the paper's voice. */
function feedback(guide: Guide): Told[] {
  const paper = new Map<string, Statement>();
  for (const statement of guide.statements)
    if (statement.voice === 'paper') {
      paper.set(`${statement.page}#${statement.id}`, statement);
      if (statement.id === 'answer') paper.set(statement.page, statement);
    }
  return guide.quiz.flatMap(({ data, at }) =>
    ('choices' in data
      ? data.choices.map((choice, i) => ({ ...choice, field: `choices.${i}.feedback` }))
      : 'pairs' in data
        ? data.pairs.map((pair, i) => ({ ...pair, field: `pairs.${i}.feedback` }))
        : [{ ...data, field: 'feedback' }]
    ).flatMap(({ feedback: text, from, field }) => {
      const sentences = guide.sentences.has(from) ? [from] : paper.get(from)?.at;
      return sentences ? [{ text, at: sentences, place: at(field), name: `${fieldName(field)} from="${from}"` }] : [];
    }),
  );
}
