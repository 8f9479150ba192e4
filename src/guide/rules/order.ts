import { problem } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Two entries of a kind may not claim one place. */
export const order: Rule = ({ findings }) => {
  const places = new Map<string, string>();
  return findings.flatMap((finding) => {
    const key = `${finding.kind} ${finding.data.order}`;
    const other = places.get(key);
    places.set(key, finding.file);
    return other === undefined
      ? []
      : [problem(finding.at('order'), `order: ${finding.data.order} is taken by ${other}. Give each entry of a kind a place of its own.`)];
  });
};
