import { fieldName, type Place, type Problem, problem } from '../problem.ts';
import type { Entry, Guide, Lesson } from '../types.ts';
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
    for (const [field, text] of ownFields(entry))
      problems.push(...refused(guide, text, 'editors', entry.at(field), `${fieldName(field)}: `));
  for (const { blocks } of guide.lessons)
    for (const block of blocks)
      if (block.type === 'activity' || block.type === 'facilitator')
        for (const { text } of block.parts) problems.push(...refused(guide, text, 'editors', block.place, `${block.type}: `));
  for (const entry of guide.entries.values())
    for (const [field, text] of othersFields(entry))
      problems.push(...refused(guide, text, 'others', entry.at(field), `${fieldName(field)}: `));
  return problems;
};

/** Texts outside statements that are the editors' own. */
function ownFields(entry: Entry): [string, string][] {
  const { data } = entry;
  const fields: [string, string][] = [];
  if ('questions' in data) fields.push(...data.questions.map((q, i): [string, string] => [`questions.${i}`, q]));
  if ('next' in data) fields.push(...data.next.map((n, i): [string, string] => [`next.${i}.why`, n.why]));
  if ('recognise' in data) fields.push(['recognise', data.recognise]);
  if ('description' in data) fields.push(['description', data.description]);
  if ('how' in data) {
    fields.push(['how', data.how]);
    if (data.credit) fields.push(['credit', data.credit]);
    fields.push(...Object.entries(data.words).map(([name, text]): [string, string] => [`words.${name}`, text]));
  }
  if ('steps' in data) fields.push(...lessonFields(data));
  if ('prompt' in data) {
    fields.push(['prompt', data.prompt]);
    if ('choices' in data)
      for (const [i, { text, feedback }] of data.choices.entries())
        fields.push([`choices.${i}.text`, text], [`choices.${i}.feedback`, feedback]);
    else if ('pairs' in data)
      for (const [i, { left, right, feedback }] of data.pairs.entries())
        fields.push([`pairs.${i}.left`, left], [`pairs.${i}.right`, right], [`pairs.${i}.feedback`, feedback]);
    else fields.push(...data.items.map((item, i): [string, string] => [`items.${i}`, item]), ['feedback', data.feedback]);
  }
  if ('ask' in data) {
    fields.push(['ask', data.ask], ['talk', data.talk], ['because', data.because]);
    fields.push(...Object.entries(data.looks).map(([answer, text]): [string, string] => [`looks.${answer}`, text]));
  }
  if ('definition' in data) fields.push(['definition', data.definition]);
  if ('findings' in data)
    for (const [i, finding] of data.findings.entries()) {
      fields.push(...finding.on.map(({ reason }, j): [string, string] => [`findings.${i}.on.${j}.reason`, reason]));
      if (finding['not-used']) fields.push([`findings.${i}.not-used`, finding['not-used']]);
    }
  if ('state' in data) {
    if (data.state === 'not-assessed') fields.push(['reason', data.reason]);
    else fields.push(['against', data.against], ['would-change-our-mind', data['would-change-our-mind']]);
    if (data.state === 'not-linked' && data.despite) fields.push(['despite', data.despite]);
  }
  return fields;
}

/** The texts of a lesson outside its statements. */
const lessonFields = (data: Lesson['data']): [string, string][] => [
  ['setting', data.setting],
  ['group', data.group],
  ...data.objectives.map(({ can }, i): [string, string] => [`objectives.${i}.can`, can]),
  ...data.before.map(({ why }, i): [string, string] => [`before.${i}.why`, why]),
  ...data.bring.map((text, i): [string, string] => [`bring.${i}`, text]),
  ...data.adaptations.map(({ how }, i): [string, string] => [`adaptations.${i}.how`, how]),
  ['check-out.ask', data['check-out'].ask],
  ['check-out.listen-for', data['check-out']['listen-for']],
  ...(data.case?.projects ?? []).flatMap(({ name, about, wanted }, i): [string, string][] => [
    [`case.projects.${i}.name`, name],
    [`case.projects.${i}.about`, about],
    [`case.projects.${i}.wanted`, wanted],
  ]),
];

/** Texts outside statements in which we pass on what others say. */
function othersFields({ data }: Entry): [string, string][] {
  if ('state' in data) return 'sources' in data ? data.sources.map(({ says }, i) => [`sources.${i}.says`, says]) : [];
  if (!('findings' in data)) return [];
  return data.findings.map(({ text }, i): [string, string] => [`findings.${i}.text`, text]);
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
