import { ASPECTS } from '../../lib/aspects.ts';
import { didYouMean } from '../../lib/nearest.ts';
import { listed } from '../../lib/text.ts';
import { factIn } from '../facts.ts';
import { type Place, type Problem, problem, startOf, unwritten } from '../read/problem.ts';
import type { EntryOf, Guide } from '../types.ts';
import { factProblems } from './facts.ts';
import { missing, unknownFinding } from './references.ts';
import type { Rule } from './rule.ts';

/** A case groups facts that exist, each once, and says nothing but of them; a way of paying names payers and cases that there are. */
export const cases: Rule = (guide) => [
  ...twice(
    guide.about.payers.map(({ id }) => id),
    'payers',
    () => startOf(guide.file),
  ),
  ...twice(
    guide.about.choosers.map(({ id }) => id),
    'choosers',
    () => startOf(guide.file),
  ),
  ...guide.cases.flatMap((entry) => caseProblems(guide, entry)),
  ...guide.mechanisms.flatMap(({ data, at }) => [
    ...factProblems(guide, data.fact, at('fact'), 'fact'),
    ...data.payers.flatMap((id, i) => unknownWord(guide.about.payers, 'payers', id, at(`payers.${i}`))),
    ...data.cases.flatMap((id, i) => unknownCase(guide, id, at(`cases.${i}`))),
    ...twice(data.payers, 'payers', (i) => at(`payers.${i}`)),
    ...twice(data.cases, 'cases', (i) => at(`cases.${i}`)),
    ...data['bears-on'].flatMap(({ to }, i) => unknownFinding(guide, to, 'bears-on', at(`bears-on.${i}.to`))),
  ]),
];

function caseProblems(guide: Guide, { data, at }: EntryOf<'cases'>): Problem[] {
  const problems: Problem[] = [];
  const group = new Map<string, string>();
  for (const aspect of ASPECTS)
    for (const [i, fact] of data.facts[aspect].entries()) {
      const place = at(`facts.${aspect}.${i}`);
      problems.push(...factProblems(guide, fact, place, aspect), ...unsaid(guide, fact, place, aspect));
      const other = group.get(fact);
      if (other)
        problems.push(
          problem(place, `${aspect} "${fact}": it stands under "${other}" already. A fact has one place: keep the better one.`),
        );
      group.set(fact, aspect);
    }
  const own = (fact: string, field: string, path: string): void => {
    if (!group.has(fact) && !unwritten(fact))
      problems.push(
        problem(
          at(path),
          `${field} "${fact}": this is no fact of the case. ${didYouMean(fact, [...group.keys()])}Name it under "facts" first: one of ${listed(ASPECTS, 'or')}.`,
        ),
      );
  };
  own(data.telling.fact, 'telling', 'telling.fact');
  const paying = new Set<string>();
  for (const [i, { payer, fact }] of data.payers.entries()) {
    problems.push(...unknownWord(guide.about.payers, 'payer', payer, at(`payers.${i}.payer`)));
    if (paying.has(payer)) problems.push(problem(at(`payers.${i}.payer`), `payer "${payer}": named twice. Keep the better fact.`));
    paying.add(payer);
    own(fact, 'payer', `payers.${i}.fact`);
  }
  const choosing = new Set<string>();
  for (const [i, { chooser, fact }] of data.choosers.entries()) {
    problems.push(...unknownWord(guide.about.choosers, 'chooser', chooser, at(`choosers.${i}.chooser`)));
    if (choosing.has(chooser))
      problems.push(problem(at(`choosers.${i}.chooser`), `chooser "${chooser}": named twice. Keep the better fact.`));
    choosing.add(chooser);
    own(fact, 'chooser', `choosers.${i}.fact`);
  }
  const shown = new Set<string>();
  for (const [i, { to, fact }] of data.illustrates.entries()) {
    const place = at(`illustrates.${i}.to`);
    problems.push(...unknownFinding(guide, to, 'illustrates', place));
    if (shown.has(to)) problems.push(problem(place, `illustrates "${to}": named twice. Keep the better reason.`));
    shown.add(to);
    own(fact, 'illustrates', `illustrates.${i}.fact`);
  }
  return problems;
}

/** A word that stands twice in a list. */
const twice = (ids: readonly string[], field: string, place: (i: number) => Place): Problem[] =>
  ids.flatMap((id, i) => (ids.indexOf(id) < i ? [problem(place(i), `${field} "${id}": it stands there twice. Take one out.`)] : []));

/** A fact of a case says whose account it is, and of when. */
function unsaid(guide: Guide, name: string, place: Place, field: string): Problem[] {
  const fact = factIn(guide, name);
  if (!fact) return [];
  const missing = [
    ...(fact.finding.own === undefined ? ['own: whose account it is'] : []),
    ...(fact.finding.dated ? [] : ['dated: of when it is']),
  ];
  return missing.length === 0
    ? []
    : [problem(place, `${field} "${name}": its finding in ${fact.source.file} lacks ${listed(missing)}. A case asks for both.`)];
}

function unknownWord(words: readonly { id: string }[], field: string, id: string, place: Place): Problem[] {
  const known = words.map((word) => word.id);
  if (known.includes(id) || unwritten(id)) return [];
  return [
    problem(
      place,
      `${field} "${id}": guide.yaml has no such word. ${didYouMean(id, known)}Write one of: ${known.join(', ') || 'none yet'}; or add it to guide.yaml.`,
    ),
  ];
}

const unknownCase = (guide: Guide, id: string, place: Place): Problem[] =>
  guide.entries.has(`cases/${id}`) || guide.broken.has(`cases/${id}`)
    ? []
    : [problem(place, `cases "${id}": ${missing(guide, `cases/${id}`, 'cases/')}`)];
