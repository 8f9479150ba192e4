import { problem } from '../read/problem.ts';
import type { Rule } from './rule.ts';

/** Two entries of a kind may not claim one place. */
export const order: Rule = ({ findings, lessons, quiz, questions, documents }) => {
  const places = new Map<string, string>();
  return [...findings, ...lessons, ...quiz, ...questions, ...documents].flatMap((entry) => {
    const key = `${entry.kind} ${entry.data.order}`;
    const other = places.get(key);
    places.set(key, entry.file);
    return other === undefined
      ? []
      : [problem(entry.at('order'), `order: ${entry.data.order} is taken by ${other}. Give each entry of a kind a place of its own.`)];
  });
};
