import { didYouMean } from '../../lib/nearest.ts';
import { listed } from '../../lib/text.ts';
import { FIGURE_WORDS, FIGURES, isFigureId } from '../../schemas/kinds.ts';
import { eventId } from '../addresses.ts';
import { countNames } from '../counts.ts';
import { shortOf } from '../labels.ts';
import { withoutOpen } from '../links.ts';
import { fieldName, type Problem, problem } from '../read/problem.ts';
import type { Figure, Guide } from '../types.ts';
import { noCount } from './references.ts';
import type { Rule } from './rule.ts';

/** A figure has a drawing, shows its own words and no others, stands on findings there are, and counts what is counted. */
export const figures: Rule = (guide) =>
  guide.figures.flatMap((figure) => {
    const { id, data, file } = figure;
    const problems: Problem[] = [];
    if (!isFigureId(id))
      problems.push(
        problem(
          { file, line: 1, column: 1 },
          `id "${id}": no figure of this name can be drawn. ${didYouMean(id, FIGURES)}Figures: ${FIGURES.join(', ')}.`,
        ),
      );
    else {
      const needed: readonly string[] = FIGURE_WORDS[id];
      for (const name of needed)
        if (!(name in data.words))
          problems.push(
            problem(figure.at('words'), `words: "${name}" is missing. This figure shows ${listed(needed.map((n) => `"${n}"`))}.`),
          );
      for (const name of Object.keys(data.words))
        if (!needed.includes(name))
          problems.push(
            problem(
              figure.at(`words.${name}`),
              `words: this figure shows no "${name}". ${didYouMean(name, needed)}${needed.length > 0 ? `It shows ${listed(needed.map((n) => `"${n}"`))}.` : 'It shows no words of its own. Take it out.'}`,
            ),
          );
    }
    if (id === 'tension' && data.sides.length === 0)
      problems.push(
        problem(figure.at('sides'), 'sides: is missing. This figure shows what stands on either side of a finding; write at least one.'),
      );
    if (id !== 'tension' && data.sides.length > 0)
      problems.push(problem(figure.at('sides'), 'sides: this figure has none. Take them out.'));
    problems.push(...calendars(figure), ...unlinked(figure, guide), ...speaksOf(figure, guide));
    const seen = new Set<string>();
    for (const [i, { on }] of data.sides.entries()) {
      if (!guide.findings.some(({ ref }) => ref === on) && !guide.broken.has(on))
        problems.push(
          problem(
            figure.at(`sides.${i}.on`),
            `sides: "${on}" is no finding. ${didYouMean(
              on,
              guide.findings.map(({ ref }) => ref),
            )}Findings are files of content/, named folder/file.`,
          ),
        );
      if (seen.has(on)) problems.push(problem(figure.at(`sides.${i}.on`), `sides: "${on}" has two. Keep one.`));
      seen.add(on);
    }
    for (const name of countNames(data.answer.text))
      if (!guide.counts.has(name)) problems.push(problem(figure.at('answer.text'), `answer.text "{${name}}": ${noCount(guide, name)}`));
    const others: [string, string | undefined][] = [
      ['title', data.title],
      ['how', data.how],
      ['credit', data.credit],
      ...Object.entries(data.words).map(([name, text]): [string, string] => [`words.${name}`, text]),
      ...data.calendars.flatMap(({ name, events }, i): [string, string][] => [
        [`calendars.${i}.name`, name],
        ...events.map(({ label }, e): [string, string] => [`calendars.${i}.events.${e}.label`, label]),
      ]),
      ...data.sides.flatMap(({ outside, inside, because }, i): [string, string][] => [
        [`sides.${i}.outside`, outside],
        [`sides.${i}.inside`, inside],
        [`sides.${i}.because`, because],
      ]),
    ];
    for (const [field, text] of others)
      for (const name of countNames(text ?? ''))
        problems.push(
          problem(figure.at(field), `${fieldName(field)} "{${name}}": counts are filled in only in answer.text. Write words here.`),
        );
    return problems;
  });

/** What an answer says no link leads to is what the links leave open: all of it, no more, each by its name. */
function unlinked({ data, at }: Figure, { about, findings, links }: Guide): Problem[] {
  const none = withoutOpen(links.flatMap(({ ends, data: { state } }) => (ends ? { from: ends.from.ref, to: ends.to.ref, state } : [])));
  return data.unlinked.flatMap(({ to, from }, i) => {
    const found = none.get(to) ?? [];
    if ([...found].sort().join() !== [...from].sort().join())
      return problem(
        at(`unlinked.${i}.from`),
        `unlinked: by the links, ${found.length > 0 ? `what has no ${about.kinds[to].one} that may help is ${listed(found)}` : `every finding has a ${about.kinds[to].one} that may help or was not assessed`}. Mend answer.text, then this list.`,
      );
    const names = findings.filter(({ ref }) => from.includes(ref)).map((finding) => shortOf(finding));
    return names
      .filter((name) => !data.answer.text.toLowerCase().includes(name.toLowerCase()))
      .map((name) =>
        problem(at('answer.text'), `answer.text: does not name "${name}", which stands under unlinked. Name it, or mend the list.`),
      );
  });
}

/** What an answer speaks of is a column of the figure that is about links. */
function speaksOf({ id, data, at }: Figure, { links, broken }: Guide): Problem[] {
  const ref = data['speaks-of'];
  if (ref === undefined || broken.has(ref)) return [];
  if (id !== 'link-matrix') return [problem(at('speaks-of'), 'speaks-of: this figure has no columns of findings. Take it out.')];
  const columns = [...new Set(links.flatMap(({ ends }) => (ends ? [ends.to.ref] : [])))];
  return columns.includes(ref)
    ? []
    : [problem(at('speaks-of'), `speaks-of: "${ref}" is no finding that links lead to. ${didYouMean(ref, columns)}`.trim())];
}

/** Two calendars for the figure that shows them; what takes longer ends after it begins, and the same happens once in a month. */
function calendars({ id, data, at }: Figure): Problem[] {
  const problems: Problem[] = [];
  if (id === 'two-calendars' && data.calendars.length !== 2)
    problems.push(problem(at('calendars'), `calendars: has ${data.calendars.length}. This figure shows two.`));
  if (id !== 'two-calendars' && data.calendars.length > 0)
    problems.push(problem(at('calendars'), 'calendars: this figure has none. Take them out.'));
  const seen = new Set<string>();
  for (const [i, { events }] of data.calendars.entries())
    for (const [e, event] of events.entries()) {
      if (event.until && event.until <= event.from)
        problems.push(problem(at(`calendars.${i}.events.${e}.until`), `until "${event.until}": is not after "${event.from}".`));
      if (seen.has(eventId(event)))
        problems.push(problem(at(`calendars.${i}.events.${e}.label`), `label "${event.label}": stands twice in ${event.from}. Keep one.`));
      seen.add(eventId(event));
    }
  return problems;
}
