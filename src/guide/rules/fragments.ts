import { slug } from '../../lib/text.ts';
import { addressOf, sharedPage } from '../../lib/urls.ts';
import { KINDS } from '../kinds.ts';
import { type Place, type Problem, problem } from '../read/problem.ts';
import { PAIRINGS } from '../relations.ts';
import type { Entry, Guide } from '../types.ts';
import type { Rule } from './rule.ts';

/** An id stands once on a page, whoever gives it: a statement, a heading, a field, or the template of the page. */
export const fragments: Rule = (guide) =>
  [...guide.entries.values()].flatMap((entry) => {
    const parts = partsOf(entry, guide);
    const problems: Problem[] = [];
    // statements that the fields make; those of the body name their id themselves
    const own = new Map(entry.statements.filter(({ attributes }) => !attributes.id).map(({ id, place }) => [id, place]));
    for (const { id, heading, place } of entry.fragments) {
      const field = own.get(id);
      const block = heading === undefined;
      if (parts.has(id))
        problems.push(
          problem(
            place,
            block
              ? `id "${id}": the template uses this name. Choose another one.`
              : `heading "${heading}": the template uses its address "#${id}". Write other words.`,
          ),
        );
      // key points are told by the rule of lessons
      else if (field && !(block && entry.kind === 'lessons'))
        problems.push(
          problem(
            place,
            block
              ? `id "${id}": the fields of this file make an address of this name (line ${field.line}). Choose another one here.`
              : `heading "${heading}": its address "#${id}" is the id of what stands on line ${field.line}. Write other words.`,
          ),
        );
    }
    // an entry on a page that others share is a part of it
    const page = sharedPage(entry.kind);
    if (page && guide.around.routes?.parts(page).has(entry.id))
      problems.push(problem(entry.at(''), `id "${entry.id}": the template of ${page} uses this name. Rename the file.`));
    for (const [id, place] of named(entry))
      if (parts.has(id)) problems.push(problem(place, `${fieldOf(entry)} "${id}": the template uses this name. Choose another one.`));
    return problems;
  });

/** Ids that the page of an entry gives to parts of its own, and to the entries that share it. */
export function partsOf(entry: Entry, { entries, around }: Pick<Guide, 'entries' | 'around'>): { has(id: string): boolean } {
  const { ref, kind } = entry;
  const address = addressOf(ref);
  // a page that is the editors' as a whole counts no voices and has no lens
  const plain = entry.kind === 'pages' && entry.data.voice === 'editors';
  const parts = around.routes?.parts(address, plain ? 'src/components/entry/Tally.astro' : undefined);
  const groups = PAIRINGS.flatMap(({ from, to, ahead, back }) => [
    ...(from === kind ? [slug(ahead)] : []),
    ...(to === kind ? [slug(back)] : []),
  ]);
  const shared = KINDS.filter((other) => sharedPage(other) === address);
  return { has: (id) => groups.includes(id) || shared.some((other) => entries.has(`${other}/${id}`)) || parts?.has(id) === true };
}

/** Ids that authors write into fields, for parts of the page. */
function named(entry: Entry): [string, Place][] {
  if (entry.kind === 'lessons') return entry.data['key-points'].map(({ id }, i) => [id, entry.at(`key-points.${i}.id`)]);
  if (entry.kind === 'documents')
    return entry.data.parts.flatMap(({ id, why }, i): [string, Place][] => [
      [id, entry.at(`parts.${i}.id`)],
      ...why.map((said, j): [string, Place] => [said.id, entry.at(`parts.${i}.why.${j}.id`)]),
    ]);
  return entry.kind === 'sources' ? entry.data.findings.map(({ id }, i) => [id, entry.at(`findings.${i}.id`)]) : [];
}

const fieldOf = ({ kind }: Entry): string => (kind === 'sources' ? 'findings' : 'id');
