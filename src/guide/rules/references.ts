import { didYouMean } from '../../lib/nearest.ts';
import { FINDING_KINDS } from '../../schemas/kinds.ts';
import { hasPage } from '../entries.ts';
import { relationsOf } from '../graph.ts';
import { type Place, type Problem, problem, unwritten } from '../read/problem.ts';
import type { Guide } from '../types.ts';
import type { Rule } from './rule.ts';

/** Every reference leads to a live entry: relations, links, terms, citations, navigation, what a statement rests on, what phrases ask for. */
export const references: Rule = (guide) => {
  const problems: Problem[] = [];
  const check = (field: string, ref: string, place: Place): void => {
    const target = guide.entries.get(ref);
    if (target?.kind === 'links' && !hasPage(target)) {
      problems.push(
        problem(place, `${field} "${ref}": nobody judged this pair, so it has no page to lead to. Judge it, or name one of its ends.`),
      );
      return;
    }
    if (target || guide.broken.has(ref)) return;
    const shown = ref.replace(INSIDE[field] ?? '', '');
    problems.push(problem(place, `${field} "${shown}": ${missing(guide, ref, INSIDE[field])}`));
  };

  for (const entry of guide.entries.values()) {
    for (const { field, to } of relationsOf(entry)) {
      check(field.replace(/\.\d+$/, ''), to, entry.at(field.startsWith('see') ? field : `${field}.to`));
      if (to === entry.ref)
        problems.push(problem(entry.at(field), `${field.replace(/\.\d+$/, '')}: the entry points to itself. Take it out.`));
      if (field === 'part-of' && guide.entries.has(to) && guide.entries.get(to)?.kind !== entry.kind)
        problems.push(problem(entry.at('part-of.to'), `part-of "${to}": an entry is part of one of its own kind, ${entry.kind}.`));
    }
    const mentions = [...entry.mentions, ...entry.statements.flatMap((s) => s.mentions)];
    for (const { type, to, place } of mentions) {
      if (type !== 'count') check({ ref: 'Ref to', term: 'Term id', cite: 'Cite source', figure: 'Figure id' }[type], to, place);
      else if (!guide.counts.has(to)) problems.push(problem(place, `Count of "${to}": ${noCount(guide, to)}`));
    }
    for (const statement of entry.statements)
      for (const from of statement.from)
        problems.push(
          ...restsOnProblem(
            guide,
            from,
            statement.page,
            statement.attributes.from ?? statement.place,
            entry.kind === 'links' && statement.id === 'reason' ? 'rests-on' : 'from',
          ),
        );
  }
  for (const [ref, { place }] of guide.asked)
    if (!guide.entries.has(ref) && !guide.broken.has(ref)) {
      const [kind, ...id] = ref.split('/');
      problems.push(problem(place, `asked "${id.join('/')}": ${missing(guide, ref, `${kind}/`)}`));
    }
  return problems;
};

/** Says that nothing is counted under a name, and what is. */
export const noCount = ({ counts }: Guide, name: string): string =>
  `nothing is counted under this name. ${didYouMean(name, [...counts.keys()])}Kinds: ${FINDING_KINDS.join(', ')}; docs/content-model.md lists the other names.`;

/** Components that name an entry of one kind by its id alone. */
const INSIDE: Record<string, string> = { 'Term id': 'glossary/', 'Cite source': 'sources/', 'Figure id': 'figures/' };

/**
 * Why a reference leads nowhere, and what to write.
 *
 * @param inside the folder that an author leaves out, such as cases/
 */
export function missing(guide: Guide, ref: string, inside = ''): string {
  const live = guide.moved.get(ref);
  if (live) return `it was renamed. Write "${live.replace(inside, '')}".`;
  const known = [...guide.entries.keys()].filter((r) => r.startsWith(inside)).map((r) => r.replace(inside, ''));
  const named = inside ? `Such entries are files of content/${inside}` : 'Entries are files of content/, named folder/file.';
  return `there is no such entry. ${didYouMean(ref.replace(inside, ''), known)}${named.replace(/\/?\.?$/, '.')}`;
}

/**
 * A thing that a statement rests on and that is not there.
 *
 * @param page the page of the statement: `#named` is one of its own
 * @param field where its author wrote it
 */
export function restsOnProblem(guide: Guide, from: string, page: string, place: Place, field: 'from' | 'rests-on'): Problem[] {
  if (guide.sentences.has(from)) return [];
  const [ref = '', id] = from.split('#');
  const target = ref === '' ? page : ref.includes('/') ? ref : `sources/${ref}`;
  const entry = guide.entries.get(target);
  if (!entry) {
    if (guide.broken.has(target)) return [];
    if (guide.moved.has(target)) return [problem(place, `${field} "${from}": ${missing(guide, target)}`)];
    const known = [...guide.sentences.keys(), ...guide.findings.map((f) => f.ref), ...guide.sources.map((s) => s.id)];
    return [
      problem(
        place,
        `${field} "${from}": there is no such sentence, entry or source. ${didYouMean(from, known)}Write a sentence of the abstract, a finding, a source, or a statement such as "#named".`,
      ),
    ];
  }
  const heir = id !== undefined && entry.statements.find(({ formerly }) => formerly?.includes(id));
  if (heir) return [problem(place, `${field} "${from}": this statement was taken into "${heir.id}". Write "${ref}#${heir.id}".`)];
  if (id !== undefined && !entry.statements.some((s) => s.id === id))
    return [
      problem(
        place,
        `${field} "${from}": ${entry.ref} has no such statement. ${didYouMean(
          id,
          entry.statements.map((s) => s.id),
        )}Statements are named by the id of their block.`,
      ),
    ];
  return [];
}

/**
 * What is wrong with the reference of a finding: there is none, or it was renamed.
 *
 * @param field where its author wrote it
 */
export function unknownFinding(guide: Guide, to: string, field: string, place: Place): Problem[] {
  const known = guide.findings.map(({ ref }) => ref);
  if (known.includes(to) || guide.broken.has(to) || unwritten(to)) return [];
  const moved = guide.moved.get(to);
  return [
    problem(
      place,
      `${field} "${to}": ${moved ? `it was renamed. Write "${moved}".` : `there is no such finding. ${didYouMean(to, known)}Findings are files of content/, named folder/file.`}`,
    ),
  ];
}
