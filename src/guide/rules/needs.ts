import { problem } from '../read/problem.ts';
import type { Rule } from './rule.ts';

/** What the finder and the comparison take from under such a heading. */
const WANTED = { needs: 'the finder shows what a response may need', begins: 'the comparison shows how to begin' } as const;

/** Where a kind names a heading for what its findings may need, or how to begin, each of them says it under that heading. */
export const needs: Rule = ({ findings, about, file }) =>
  findings.flatMap(({ kind, statements, file: own }) =>
    (['needs', 'begins'] as const).flatMap((field) => {
      const heading = about.kinds[kind][field];
      return heading === undefined || statements.some(({ section }) => section === heading)
        ? []
        : [
            problem(
              { file: own, line: 1, column: 1 },
              `heading "${heading}": nothing stands under it. kinds.${kind}.${field} in ${file} asks for it: ${WANTED[field]}. Write a statement under "## ${heading}".`,
            ),
          ];
    }),
  );
