import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { didYouMean } from '../../lib/nearest.ts';
import { listed } from '../../lib/text.ts';
import { STANCES, type Voice } from '../../lib/voices.ts';
import type { Block, Mention } from '../types.ts';
import { type Place, type Problem, problem } from './problem.ts';

/** A component as it stands in a body. */
export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** A voice and what its component must carry beside its `id`. */
export interface Voiced {
  voice: Voice;
  needs: Record<string, string>;
}

/** The components of the voices (docs/content-model.md, "The five voices"). */
export const VOICED: ReadonlyMap<string, Voiced> = new Map<string, Voiced>([
  ['Paper', { voice: 'paper', needs: { at: 'the sentences of the abstract it rests on, such as at="results-2"' } }],
  ['Others', { voice: 'others', needs: { source: 'a file in content/sources', stance: `one of ${listed(STANCES, 'or')}` } }],
  ['Editors', { voice: 'editors', needs: { because: 'the reason', from: 'what it rests on, such as from="results-2"' } }],
  ['Unknown', { voice: 'unknown', needs: { where: 'where the answer may be found' } }],
  ['Example', { voice: 'example', needs: {} }],
]);

/** Components inside a paragraph: their attribute, the kind it points to, and how they are written. */
export const INLINE: ReadonlyMap<string, { type: Mention['type']; attribute: string; prefix: string; example: string }> = new Map([
  ['Ref', { type: 'ref', attribute: 'to', prefix: '', example: 'Write <Ref to="gaps/timetables" />.' }],
  ['Term', { type: 'term', attribute: 'id', prefix: 'glossary/', example: 'Write <Term id="soft-money">soft money</Term>.' }],
  ['Cite', { type: 'cite', attribute: 'source', prefix: 'sources/', example: 'Write <Cite source="smith-2024-waiting" />.' }],
  ['Count', { type: 'count', attribute: 'of', prefix: '', example: 'Write <Count of="gaps" />.' }],
  ['Figure', { type: 'figure', attribute: 'id', prefix: 'figures/', example: 'Write <Figure id="link-matrix" /> on a line of its own.' }],
]);

/** Of these, the one that stands between statements, on a line of its own. */
export const FIGURE = 'Figure';

/** Two statements or more that face each other. */
export const FACING = 'FaceToFace';

/** Of a lesson alone: what learners do, and notes for whoever teaches. They say nothing of the subject. */
export const DIRECTIONS: ReadonlyMap<string, Extract<Block, { id: string }>['type']> = new Map([
  ['Activity', 'activity'],
  ['Facilitator', 'facilitator'],
]);

/** Of a lesson alone: the tables that it holds as data, where they stand. */
export const TABLES: ReadonlyMap<string, { type: 'projects' | 'rubric'; of: string }> = new Map([
  ['Projects', { type: 'projects', of: 'case' }],
  ['Rubric', { type: 'rubric', of: 'rubric' }],
]);

/** Refuses a component that there is not, and names those there are. */
export function unknownComponent({ name }: Jsx, place: Place, lesson = false): Problem {
  const known = [...VOICED.keys(), FACING, ...(lesson ? [...DIRECTIONS.keys(), ...TABLES.keys()] : []), ...INLINE.keys()];
  return problem(
    place,
    `<${name ?? ''}>: there is no such component. ${didYouMean(name ?? '', known)}There are ${listed(known.map((k) => `<${k}>`))}.`,
  );
}
