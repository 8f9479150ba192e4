import { itemAt } from '../../lib/items.ts';
import { circles as findCircles } from '../graph.ts';
import { problem } from '../read/problem.ts';
import type { Rule } from './rule.ts';

/** No statement rests on itself, however long the way. */
export const circles: Rule = ({ statements, sentences }) => {
  const byName = new Map(statements.map((s) => [`${s.page}#${s.id}`, s]));
  const edges = new Map(
    statements.map((s) => [
      `${s.page}#${s.id}`,
      s.from.filter((from) => from.includes('#') && !sentences.has(from)).map((from) => (from.startsWith('#') ? s.page + from : from)),
    ]),
  );
  return findCircles(edges).flatMap((circle) => {
    const first = byName.get(itemAt(circle, 0));
    if (!first) return [];
    return [
      problem(
        first.attributes.from ?? first.place,
        `from: the reasoning runs in a circle: ${[...circle, circle[0]].join(' rests on ')}. Let one of them rest on a sentence, a finding or a source.`,
      ),
    ];
  });
};
