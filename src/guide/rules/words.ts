import { type DataOf, factsOf, type Kind } from '../kinds.ts';
import { fieldName, type Place, type Problem, problem } from '../read/problem.ts';
import type { Entry, Guide } from '../types.ts';
import type { Rule } from './rule.ts';

/** Words by which an inference shows that it is one (docs/writing.md, "Say whose it is"). */
const HEDGES =
  /\b(may|might|could|can|consider|perhaps|seems?|appears?|suggests?|likely|possibly|we (think|read|infer|suspect|suppose|take|count|chose|call)|our (reading|wording|division|own))\b/i;

/** Each voice keeps its words: refused words stay out, ours hedges, an example says it is invented. */
export const words: Rule = (guide) => {
  const problems: Problem[] = [];
  for (const statement of guide.statements) {
    problems.push(...refused(guide, statement.text, statement.voice, statement.place));
    if (statement.text === '') continue;
    if (statement.voice === 'editors' && !HEDGES.test(statement.text))
      problems.push(
        problem(
          statement.place,
          `editors: nobody tested this, and the statement does not show it. Use may, might, could, can or consider.`,
        ),
      );
    if (statement.voice === 'example' && !/\binvented\b/i.test(statement.text))
      problems.push(
        problem(statement.place, `example: the word "invented" is missing from the text. A copied example must still say what it is.`),
      );
  }
  for (const entry of guide.entries.values())
    for (const [field, text] of fieldsOf(entry, 'ours'))
      problems.push(...refused(guide, text, 'editors', entry.at(field), `${fieldName(field)}: `));
  for (const { blocks } of guide.lessons)
    for (const block of blocks)
      if (block.type === 'activity' || block.type === 'facilitator')
        for (const { text } of block.parts) problems.push(...refused(guide, text, 'editors', block.place, `${block.type}: `));
  for (const entry of guide.entries.values())
    for (const [field, text] of fieldsOf(entry, 'theirs'))
      problems.push(...refused(guide, text, 'others', entry.at(field), `${fieldName(field)}: `));
  return problems;
};

/** Texts outside statements that are the editors' own, or in which we pass on what others say. */
function fieldsOf(entry: Entry, whose: 'ours' | 'theirs'): [string, string][] {
  const paths = whose === 'ours' ? oursIn(entry.kind, entry) : (factsOf(entry.kind).theirs ?? []);
  return paths.flatMap((path) => textsAt(entry.data, path.split('.')));
}

const oursIn = <K extends Kind>(kind: K, { data }: { data: DataOf[K] }): readonly string[] => factsOf(kind).ours(data);

/** The texts at a path inside a value, each with its own path; `*` is each of a list. Nothing where the path leads nowhere. */
function textsAt(value: unknown, path: readonly string[], walked: readonly string[] = []): [string, string][] {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? [[walked.join('.'), value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => (step === '*' || step === key ? textsAt(one, rest, [...walked, key]) : []));
}

function refused(guide: Guide, text: string, voice: string, place: Place, prefix = `${voice}: `): Problem[] {
  return guide.words
    .filter(({ word, voices }) => (!voices || (voices as string[]).includes(voice)) && holds(text, word))
    .map(({ word, instead, why }) => problem(place, `${prefix}the word "${word}" is refused, because ${why}. Instead: ${instead}.`));
}

/** True where the phrase stands in the text as whole words, in any case. */
export function holds(text: string, phrase: string): boolean {
  const known = patterns.get(phrase);
  if (known) return known.test(text);
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
  patterns.set(phrase, pattern);
  return pattern.test(text);
}

/** Each phrase is looked for in every text of the guide. */
const patterns = new Map<string, RegExp>();
