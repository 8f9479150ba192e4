import { itemAt } from '../lib/items.ts';
import { sourceIn } from './facts.ts';
import { RELATIONS } from './relations.ts';
import type { Backlink, Entry, Statement } from './types.ts';

/** An entry's relations as stated in its own file, in the order of the table of relations. */
export function relationsOf(entry: Entry): { field: string; forward: string; back: string; to: string; why: string }[] {
  const data: Readonly<Record<string, unknown>> = entry.data;
  return RELATIONS.flatMap(({ field, forward, back }) => {
    const stated = data[field];
    const list = stated === undefined ? [] : Array.isArray(stated) ? stated : [stated];
    return list.map((item, i) => ({
      field: Array.isArray(stated) ? `${field}.${i}` : field,
      forward,
      back,
      to: typeof item === 'string' ? item : item.to,
      why: typeof item === 'string' ? '' : item.why,
    }));
  });
}

/** Links that a statement makes by `from`, in the form `kind/id`. Sentences and fragments of its own page make none. */
function restsOn(statement: Statement, entries: ReadonlyMap<string, Entry>): string[] {
  return statement.from
    .map((from) => (from.includes('/') ? itemAt(from.split('#'), 0) : `sources/${from}`))
    .filter((ref) => entries.has(ref) && ref !== statement.page);
}

/**
 * All links, turned round: what arrives at each entry, from where, with the reason a reader sees.
 * A link that stands in a statement has the statement's text as its reason, and its voice.
 *
 * @param entries by reference
 * @returns by reference of the target; one link for each pair of statement and target
 */
export function backlinks(entries: ReadonlyMap<string, Entry>): Map<string, Backlink[]> {
  const arriving = new Map<string, Backlink[]>();
  const add = (to: string, link: Backlink): void => {
    if (!entries.has(to) || to === link.from) return;
    arriving.set(to, [...(arriving.get(to) ?? []), link]);
  };
  for (const entry of entries.values()) {
    for (const { field, back, to, why } of relationsOf(entry))
      if (!field.startsWith('see')) add(to, { from: entry.ref, relation: back, reason: why, voice: 'editors' });
    // what a source says of a link is told by its own row, and what it works by way of likewise; that the link rests on
    // it would say it again
    const told = new Set<string>();
    if (entry.kind === 'links' && entry.data.state !== 'not-assessed')
      for (const { source, stance, says } of entry.data.sources) {
        told.add(`sources/${source}`);
        add(`sources/${source}`, {
          from: entry.ref,
          relation: `${stance} the link`,
          reason: says,
          voice: 'others',
          statement: 'sources-say',
        });
      }
    if (entry.kind === 'links' && entry.data.state === 'not-linked')
      for (const ref of entry.data['by-way-of'] ?? []) {
        told.add(ref);
        const { reason, voice } = entry.data;
        add(ref, { from: entry.ref, relation: 'Works only by way of it', reason, voice, statement: 'reason' });
      }
    // the sentence that opens a case reports its own source
    if (entry.kind === 'cases')
      for (const fact of Object.values(entry.data.facts).flat()) {
        const source = `sources/${sourceIn(fact)}`;
        if (told.has(source) || entry.statements.some((statement) => `sources/${statement.source}` === source)) continue;
        told.add(source);
        add(source, { from: entry.ref, relation: 'Facts of a case', reason: entry.data.telling.text, voice: 'others' });
      }
    if (entry.kind === 'mechanisms') {
      const { fact, name, payer, cases, 'bears-on': bears } = entry.data;
      add(`sources/${sourceIn(fact)}`, { from: entry.ref, relation: 'Tells of it', reason: `${name}: ${payer}`, voice: 'others' });
      for (const id of cases)
        add(`cases/${id}`, { from: entry.ref, relation: 'Paid in this way', reason: `${name}: ${payer}`, voice: 'others' });
      for (const { to, why } of bears) add(to, { from: entry.ref, relation: 'Bears on it', reason: why, voice: 'editors' });
    }
    for (const statement of entry.statements) {
      const targets = new Map<string, string>();
      for (const mention of statement.mentions)
        if (mention.type !== 'count' && mention.type !== 'figure')
          targets.set(mention.to, mention.type === 'term' ? 'Uses the term' : 'Mentions it');
      if (statement.source) targets.set(`sources/${statement.source}`, 'Reports it');
      for (const ref of restsOn(statement, entries)) if (!targets.has(ref) && !told.has(ref)) targets.set(ref, 'Rests on it');
      for (const [to, relation] of targets)
        add(to, {
          from: entry.ref,
          relation,
          reason: statement.text,
          voice: statement.voice,
          statement: statement.id,
        });
    }
  }
  return arriving;
}

/**
 * Statements that lead back to themselves through `from`.
 *
 * @param edges statement -> the statements it rests on, by full name `page#id`
 * @returns each circle once, beginning with its first name in alphabetical order
 */
export function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found = new Map<string, string[]>();
  const done = new Set<string>();
  const visit = (name: string, path: string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) {
      const circle = path.slice(start);
      const least = circle.indexOf(itemAt([...circle].sort(), 0));
      const turned = [...circle.slice(least), ...circle.slice(0, least)];
      found.set(turned.join(' '), turned);
      return;
    }
    if (done.has(name)) return;
    for (const to of edges.get(name) ?? []) visit(to, [...path, name]);
    done.add(name);
  };
  for (const name of edges.keys()) visit(name, []);
  return [...found.values()];
}
