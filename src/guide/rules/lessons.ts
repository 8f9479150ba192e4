import { didYouMean } from '../../lib/nearest.ts';
import { listed, numbersIn } from '../../lib/text.ts';
import { numbersOf, totalsOf } from '../lesson-case.ts';
import { type Problem, problem, unwritten } from '../read/problem.ts';
import { isDisputable } from '../teaching.ts';
import type { Guide, Lesson } from '../types.ts';
import type { Rule } from './rule.ts';

/** Verbs that nobody can observe (R. F. Mager, Preparing Instructional Objectives): an objective that begins so cannot be checked. */
const VAGUE = /^(understand|know|learn|appreciate|grasp|reali[sz]e|be aware|become|feel|think|see)\b/i;

/** A lesson adds up: steps and headings, minutes, objectives that can be seen, names that exist, a case whose sums are right. */
export const lessons: Rule = (guide) => [
  ...(guide.teaching?.competencies.domains ?? []).flatMap(({ id, source }) =>
    guide.entries.has(`sources/${source}`) || guide.broken.has(`sources/${source}`)
      ? []
      : [
          problem(
            { file: guide.file.replace(/[^/]*$/, 'teaching.yaml'), line: 1, column: 1 },
            `competency "${id}": its source "${source}" is not there. ${didYouMean(
              source,
              guide.sources.map((s) => s.id),
            )}Sources are files of content/sources.`,
          ),
        ],
  ),
  ...disputes(guide),
  ...guide.lessons.flatMap((lesson) => lessonProblems(guide, lesson)),
];

/** What is to be disputed is an inference of ours, and no source's. */
function disputes(guide: Guide): Problem[] {
  const inferred = guide.links.filter(isDisputable).map(({ id }) => id);
  return (guide.teaching?.dispute ?? [])
    .filter((id) => !inferred.includes(id) && !guide.broken.has(`links/${id}`) && !unwritten(id))
    .map((id) =>
      problem(
        { file: guide.file.replace(/[^/]*$/, 'teaching.yaml'), line: 1, column: 1 },
        `dispute "${id}": no pair of this name is linked, contested or may make it worse by our own inference. ${didYouMean(id, inferred)}Name a pair of content/links with voice: editors.`,
      ),
    );
}

function lessonProblems(guide: Guide, lesson: Lesson): Problem[] {
  const { data, at } = lesson;
  const problems: Problem[] = [];
  const add = (field: string, message: string): void => {
    problems.push(problem(at(field), message));
  };
  const known = (noun: string, field: string, name: string, names: readonly string[], where: string): void => {
    if (!names.includes(name) && !unwritten(name) && !(where.endsWith('teaching.yaml') && guide.broken.has('teaching.yaml')))
      add(
        field,
        `${noun} "${name}": there is none of this name in ${where}. ${didYouMean(name, names)}${names.length > 0 ? `There are ${listed(names)}.` : 'There is none yet.'}`,
      );
  };

  const sum = data.steps.reduce((all, { minutes }) => all + minutes, 0);
  if (sum !== data.minutes)
    add('minutes', `minutes: the steps take ${sum} minutes together, and the lesson says ${data.minutes}. Make them the same.`);

  for (const [i, { title, minutes, acts }] of data.steps.entries()) {
    const all = acts.reduce((taken, act) => taken + act.minutes, 0);
    if (acts.length > 0 && all !== minutes)
      add(
        `steps.${i}.minutes`,
        `step "${title}": what is done in it takes ${all} minutes together, and the step has ${minutes}. Make them the same.`,
      );
  }

  const headings = [...new Set(lesson.blocks.map(({ section }) => section))];
  const titles = data.steps.map(({ title }) => title);
  for (const [i, title] of titles.entries())
    if (!headings.includes(title))
      add(
        `steps.${i}.title`,
        `step "${title}": nothing stands under it. ${didYouMean(title, headings)}Write "## ${title}" in the body and what is done there.`,
      );
  for (const heading of headings)
    if (!titles.includes(heading))
      add(
        'steps',
        `heading "${heading || '(none)'}": no step has this title. ${didYouMean(heading, titles)}Every block of a lesson stands under the heading of a step.`,
      );
  const order = headings.filter((heading) => titles.includes(heading));
  if (order.join('\n') !== titles.filter((title) => order.includes(title)).join('\n'))
    add('steps', 'steps: the headings of the body stand in another order. Put both in the order in which they are taught.');

  const ids = lesson.blocks.flatMap((block) => ('id' in block ? [block.id] : block.type === 'statement' ? [block.statement.id] : []));
  for (const [i, { id }] of data['key-points'].entries())
    if (ids.includes(id) || data['key-points'].findIndex((point) => point.id === id) < i)
      add(`key-points.${i}.id`, `id "${id}": another part of the lesson has the same id. Ids are addresses; choose another one here.`);

  const domains = guide.teaching?.competencies.domains.map(({ id }) => id) ?? [];
  for (const [i, { can, competencies }] of data.objectives.entries()) {
    if (VAGUE.test(can))
      add(
        `objectives.${i}.can`,
        `objective "${can}": nobody can see whether this was reached. Begin with what learners do: name, sort, compare, choose, draft, explain.`,
      );
    for (const [j, name] of competencies.entries())
      known('competency', `objectives.${i}.competencies.${j}`, name, domains, 'content/teaching.yaml');
  }
  const audiences = guide.teaching?.audiences.map(({ id }) => id) ?? [];
  for (const [i, name] of data.audiences.entries()) known('audience', `audiences.${i}`, name, audiences, 'content/teaching.yaml');
  const quiz = guide.quiz.map(({ id }) => id);
  for (const [i, name] of data.quiz.entries())
    if (!guide.broken.has(`quiz/${name}`)) known('quiz', `quiz.${i}`, name, quiz, 'content/quiz');
  const terms = guide.glossary.map(({ id }) => id);
  for (const [i, name] of data.terms.entries())
    if (!guide.broken.has(`glossary/${name}`)) known('term', `terms.${i}`, name, terms, 'content/glossary');
  for (const [i, { figure, after }] of data.slides.entries()) {
    const figures = guide.figures.map(({ id }) => id);
    if (!guide.broken.has(`figures/${figure}`)) known('figure', `slides.${i}.figure`, figure, figures, 'content/figures');
    if (after !== undefined) known('after', `slides.${i}.after`, after, ids, 'this lesson');
  }
  for (const [i, { to }] of data.before.entries())
    if (!guide.entries.has(to) && !guide.broken.has(to))
      add(
        `before.${i}.to`,
        `before "${to}": there is no such entry. ${didYouMean(to, [...guide.entries.keys()])}Entries are files of content/, named folder/file.`,
      );
  for (const block of lesson.blocks)
    if (block.type === 'projects' && !data.case)
      problems.push(problem(block.place, '<Projects>: the lesson has no case. Describe it in the field case.'));
    else if (block.type === 'rubric' && !data.rubric)
      problems.push(problem(block.place, '<Rubric>: the lesson has no rubric. Write it in the field rubric.'));
  if (data.case) problems.push(...caseProblems(lesson, data.case));
  return problems;
}

/** The numbers of an invented program agree with each other and with the text about them. */
function caseProblems({ at, blocks }: Lesson, own: NonNullable<Lesson['data']['case']>): Problem[] {
  const problems: Problem[] = [];
  if (!/\binvented\b/i.test(own.note))
    problems.push(problem(at('case.note'), 'case note: the word "invented" is missing. A copied table must still say what it is.'));
  const payers = own.payers.map(({ id }) => id);
  const projects = own.projects.map(({ id }) => id);
  for (const [i, { effort }] of own.projects.entries())
    for (const [j, { payer }] of effort.entries())
      if (!payers.includes(payer))
        problems.push(
          problem(
            at(`case.projects.${i}.effort.${j}.payer`),
            `payer "${payer}": the case has no such payer. ${didYouMean(payer, payers)}There are ${listed(payers)}.`,
          ),
        );
  for (const [i, { projects: named }] of own.sums.entries())
    for (const [j, name] of named.entries())
      if (!projects.includes(name))
        problems.push(
          problem(
            at(`case.sums.${i}.projects.${j}`),
            `project "${name}": the case has no such project. ${didYouMean(name, projects)}There are ${listed(projects)}.`,
          ),
        );
  const totals = totalsOf(own);
  for (const [name, stated] of Object.entries(own.totals)) {
    const computed = totals.get(name);
    if (computed === undefined)
      problems.push(
        problem(at(`case.totals.${name}`), `total "${name}": nothing is summed under this name. There are ${listed([...totals.keys()])}.`),
      );
    else if (computed !== stated)
      problems.push(
        problem(
          at(`case.totals.${name}`),
          `total "${name}": the projects add up to ${computed}, and the case says ${stated}. Make them the same.`,
        ),
      );
  }
  const may = numbersOf(own);
  for (const block of blocks) {
    if (!('parts' in block) || block.type === 'text' || (block.type === 'statement' && block.statement.voice !== 'example')) continue;
    const place = block.type === 'statement' ? block.statement.place : block.place;
    for (const { text } of block.parts)
      for (const { value, written } of numbersIn(text.replace(/\d+(?:\.\d+)?(?= minutes?\b)/g, '')))
        if (/\d/.test(written) && !may.has(value))
          problems.push(
            problem(
              place,
              `number ${written}: it is no number of the case, no total, and no difference of two. Correct the text, or name the sum in case.sums.`,
            ),
          );
  }
  return problems;
}
