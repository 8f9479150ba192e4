import { ASPECTS } from '../../lib/aspects.ts';
import { didYouMean } from '../../lib/nearest.ts';
import { listed } from '../../lib/text.ts';
import { type Place, type Problem, problem, unwritten } from '../read/problem.ts';
import type { EntryOf, Guide } from '../types.ts';
import { factProblems } from './facts.ts';
import { unknownFinding } from './references.ts';
import type { Rule } from './rule.ts';

/** A case groups facts that exist, each once, and says nothing but of them; a way of paying names payers and cases that there are. */
export const cases: Rule = (guide) => [
  ...guide.cases.flatMap((entry) => caseProblems(guide, entry)),
  ...guide.mechanisms.flatMap(({ data, at }) => [
    ...factProblems(guide, data.fact, at('fact'), 'fact'),
    ...data.payers.flatMap((id, i) => unknownWord(guide.about.payers, 'payers', id, at(`payers.${i}`))),
    ...data.cases.flatMap((id, i) => unknownCase(guide, id, at(`cases.${i}`))),
    ...data['bears-on'].flatMap(({ to }, i) => unknownFinding(guide, to, 'bears-on', at(`bears-on.${i}.to`))),
  ]),
];

function caseProblems(guide: Guide, { data, at }: EntryOf<'cases'>): Problem[] {
  const problems: Problem[] = [];
  const group = new Map<string, string>();
  for (const aspect of ASPECTS)
    for (const [i, fact] of data.facts[aspect].entries()) {
      const place = at(`facts.${aspect}.${i}`);
      problems.push(...factProblems(guide, fact, place, aspect));
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
  for (const [i, { chooser, fact }] of data.choosers.entries()) {
    problems.push(...unknownWord(guide.about.choosers, 'chooser', chooser, at(`choosers.${i}.chooser`)));
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

function unknownCase(guide: Guide, id: string, place: Place): Problem[] {
  if (guide.entries.has(`cases/${id}`) || guide.broken.has(`cases/${id}`)) return [];
  const moved = guide.moved.get(`cases/${id}`);
  const known = guide.cases.map((one) => one.id);
  return [
    problem(
      place,
      `cases "${id}": ${moved ? `it was renamed. Write "${moved.replace('cases/', '')}".` : `there is no such case. ${didYouMean(id, known)}Cases are files of content/cases.`}`,
    ),
  ];
}
