import { didYouMean } from '../../lib/nearest.ts';
import { listed, numbersIn } from '../../lib/text.ts';
import { FINDING_KINDS, isFindingKind } from '../../schemas/kinds.ts';
import { numbersOf } from '../lesson-case.ts';
import { type Problem, problem, unwritten } from '../read/problem.ts';
import { filledTexts, openPoints, type Sheet } from '../sheets.ts';
import type { Guide } from '../types.ts';
import { missing } from './references.ts';
import type { Rule } from './rule.ts';

/** A sheet is ours, its ids are its own, its rows fit its columns, and what is filled in is invented and agrees with its lesson. */
export const documents: Rule = (guide) => guide.documents.flatMap((entry) => sheetProblems(guide, entry));

function sheetProblems(guide: Guide, entry: Sheet): Problem[] {
  const { data, at } = entry;
  const problems: Problem[] = [];
  const add = (path: string, message: string): void => {
    problems.push(problem(at(path), message));
  };
  const ids = new Set(['answer']);
  const own = (id: string, path: string): void => {
    if (ids.has(id)) add(path, `id "${id}": another part of the sheet has the same id. Ids are addresses; choose another one here.`);
    ids.add(id);
  };
  const ours = (voice: string, path: string): void => {
    if (voice === 'paper')
      add(path, 'voice "paper": a sheet is ours. Say it as ours and name the sentence under "from", or let a source say it.');
  };
  ours(data.answer.voice, 'answer.voice');
  for (const [i, { id, why, fields }] of data.parts.entries()) {
    own(id, `parts.${i}.id`);
    for (const [j, said] of why.entries()) {
      own(said.id, `parts.${i}.why.${j}.id`);
      ours(said.voice, `parts.${i}.why.${j}.voice`);
    }
    for (const [j, field] of fields.entries()) {
      const path = `parts.${i}.fields.${j}`;
      if (field.type === 'table') {
        if (field.rows.length + field.blank === 0)
          add(path, 'table: it has no rows. Name some under "rows", or say under "blank" how many are empty.');
        for (const [n, row] of field.rows.entries())
          if (row.length > field.columns.length)
            add(
              `${path}.rows.${n}`,
              `row "${row[0]}": it has ${row.length} cells and the table ${field.columns.length} columns. Take cells out.`,
            );
        for (const [n, row] of field.filled.entries()) {
          const room = n < field.rows.length + field.blank ? field.columns.length - (field.rows[n]?.length ?? 0) : 0;
          if (row.length > room)
            add(
              `${path}.filled.${n}`,
              `filled: row ${n + 1} has room for ${room}, and ${row.length} are written. Take some out, or add a row.`,
            );
        }
      }
      if (field.type === 'open')
        for (const [n, name] of field.of.entries()) problems.push(...openProblems(guide, entry, name, `${path}.of.${n}`));
    }
  }
  return [...problems, ...exampleProblems(guide, entry)];
}

/** Whose open points a sheet asks for has some. */
function openProblems(guide: Guide, { at }: Sheet, name: string, path: string): Problem[] {
  if (guide.broken.size > 0 || unwritten(name) || openPoints(guide, name).length > 0) return [];
  if (!isFindingKind(name) && !guide.entries.has(name))
    return [problem(at(path), `open "${name}": ${missing(guide, name)} Or a kind: ${FINDING_KINDS.join(', ')}.`)];
  return [
    problem(
      at(path),
      `open "${name}": nothing there is left open that the full text may tell. Take it out; an <Unknown> says so under "where".`,
    ),
  ];
}

/** What an invented program fills in says that it is invented, and holds no number that its lesson does not give. */
function exampleProblems(guide: Guide, { data, at }: Sheet): Problem[] {
  const filled = filledTexts({ data });
  const [first] = filled;
  if (!data.example)
    return first
      ? [
          problem(
            at(first.path),
            'filled: the sheet has no "example". Name there the lesson whose program this is, and say that it is invented.',
          ),
        ]
      : [];
  const { lesson: id, note } = data.example;
  const problems: Problem[] = [];
  if (!first)
    problems.push(
      problem(at('example'), 'example: nothing is filled in. Write what the program answers under "filled", or take the example out.'),
    );
  if (!/\binvented\b/i.test(note))
    problems.push(problem(at('example.note'), 'example note: the word "invented" is missing. A copied sheet must still say what it is.'));
  if (guide.broken.has(`lessons/${id}`)) return problems;
  const own = guide.lessons.find((lesson) => lesson.id === id)?.data.case;
  if (!own) {
    const known = guide.lessons.filter(({ data: { case: some } }) => some).map((lesson) => lesson.id);
    return [
      ...problems,
      problem(
        at('example.lesson'),
        `example "${id}": no lesson of this name has a case. ${didYouMean(id, known)}There ${known.length > 0 ? `are ${listed(known)}` : 'is none yet'}.`,
      ),
    ];
  }
  const may = numbersOf(own);
  for (const { path, text } of filled)
    for (const { value, written } of numbersIn(text))
      if (!may.has(value))
        problems.push(
          problem(
            at(path),
            `number ${written}: it is no number of the case of lessons/${id}, no total, and no difference of two. Correct it, or the lesson.`,
          ),
        );
  return problems;
}
