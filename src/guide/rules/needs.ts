import { problem } from '../read/problem.ts';
import type { Rule } from './rule.ts';

/** Where a kind names a heading for what its findings may need, each of them says it under that heading. */
export const needs: Rule = ({ findings, about, file }) =>
  findings.flatMap(({ kind, statements, file: own }) => {
    const heading = about.kinds[kind].needs;
    return heading === undefined || statements.some(({ section }) => section === heading)
      ? []
      : [
          problem(
            { file: own, line: 1, column: 1 },
            `heading "${heading}": nothing stands under it. kinds.${kind}.needs in ${file} asks for it: the finder shows what a response may need. Write a statement under "## ${heading}".`,
          ),
        ];
  });
