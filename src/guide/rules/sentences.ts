import { didYouMean } from '../../lib/nearest.ts';
import { countWord, listed, numbersIn, wordsOf } from '../../lib/text.ts';
import { FINDING_KINDS } from '../../schemas/kinds.ts';
import { countNames } from '../counts.ts';
import { problem } from '../read/problem.ts';
import type { Guide, Statement } from '../types.ts';
import type { Rule } from './rule.ts';

/** What the paper says rests on its sentences, uses no number they do not hold, and leaves no sentence out. */
export const sentences: Rule = (guide) => [
  ...guide.statements.filter((s) => s.voice === 'paper').flatMap((s) => [...unknownSentences(guide, s), ...numbers(guide, s)]),
  ...kindLeads(guide),
  ...unused(guide),
];

function unknownSentences(guide: Guide, statement: Statement) {
  return statement.at
    .filter((at) => !guide.sentences.has(at))
    .map((at) =>
      problem(
        statement.attributes.at ?? statement.place,
        `paper at="${at}": no such sentence. ${didYouMean(at, guide.sentences.keys())}The abstract's sentences are listed in ${guide.study.file}.`,
      ),
    );
}

function numbers(guide: Guide, statement: Statement) {
  const known = statement.at.flatMap((at) => guide.sentences.get(at) ?? []);
  if (known.length < statement.at.length) return [];
  const allowed = new Set(known.flatMap((s) => [...s.numbers, ...s.lists]));
  return numbersIn(statement.text)
    .filter(({ value }) => !allowed.has(value))
    .map(({ written, value }) => {
      const counted = countedIn(guide, statement, value);
      if (counted)
        return problem(
          statement.place,
          `paper at="${statement.at.join(' ')}": {${counted}} counts ${written} now, and ${listed(statement.at)} ${allowed.size ? `has ${listed([...allowed].map(String))}` : 'has no number'}. Look for a file too many or too few before you change this text.`,
        );
      return problem(
        statement.place,
        `paper at="${statement.at.join(' ')}": the number "${written}" is not in ${listed(statement.at)}. What the paper says may hold the numbers of its sentence only${allowed.size ? ` (${listed([...allowed].map(String))})` : ', and it has none'}. Take it out, or say it in another voice.`,
      );
    });
}

/** The name of the count that put a number into a statement, where its author did not write it. */
function countedIn(guide: Guide, { page, id, mentions }: Statement, value: number): string | undefined {
  const entry = guide.entries.get(page);
  const names = [
    ...mentions.filter(({ type }) => type === 'count').map(({ to }) => to),
    ...(id === 'answer' && entry?.kind === 'figures' ? countNames(entry.data.answer.text) : []),
  ];
  return names.find((name) => guide.counts.get(name) === value);
}

function kindLeads(guide: Guide) {
  return FINDING_KINDS.flatMap((kind) =>
    guide.about.kinds[kind].at
      .filter((at) => !guide.sentences.has(at))
      .map((at) =>
        problem(
          { file: guide.file, line: 1, column: 1 },
          `kinds.${kind}.at "${at}": no such sentence. ${didYouMean(at, guide.sentences.keys())}The abstract's sentences are listed in ${guide.study.file}.`,
        ),
      ),
  );
}

function unused(guide: Guide) {
  // a file that could not be read may be the one that uses a sentence
  if (guide.broken.size > 0) return [];
  const used = new Set(guide.statements.filter((s) => s.voice === 'paper').flatMap((s) => s.at));
  return guide.study.data.sentences.flatMap((sentence, i) =>
    used.has(sentence.id)
      ? []
      : [
          problem(
            guide.study.at(`sentences.${i}.id`),
            `sentence "${sentence.id}": no statement rests on it. Every sentence of the abstract must be used by at least one <Paper> statement, so that nothing the study says is left out.`,
          ),
        ],
  );
}

/** Locators can be found in every copy of the abstract: few plain words, each id once. */
export const locators: Rule = ({ study }) => {
  const seen = new Set<string>();
  return study.data.sentences.flatMap((sentence, i) => {
    const problems = [];
    if (seen.has(sentence.id))
      problems.push(problem(study.at(`sentences.${i}.id`), `sentence "${sentence.id}": listed twice. Each sentence has an id of its own.`));
    seen.add(sentence.id);
    for (const side of ['start', 'end'] as const) {
      const words = sentence[side].split(/\s+/);
      if (words.length > 4)
        problems.push(
          problem(
            study.at(`sentences.${i}.${side}`),
            `sentences ${side} "${sentence[side]}": it has ${countWord(words.length)} words. A locator takes at most four, so that no text is copied.`,
          ),
        );
      if (words.some((w) => !/^[A-Za-z]+$/.test(w)) || wordsOf(sentence[side]).length === 0)
        problems.push(
          problem(
            study.at(`sentences.${i}.${side}`),
            `sentences ${side} "${sentence[side]}": copies of an abstract differ in apostrophes, hyphens, commas and digits. Choose words of letters only.`,
          ),
        );
    }
    return problems;
  });
};
