import { entryIn, openingOf } from '../../guide/entries.ts';
import { moneyLasts } from '../../guide/lesson-case.ts';
import { actLines, audiencesOf, domainsOf, termsOf } from '../../guide/teaching.ts';
import type { Lesson } from '../../guide/types.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { inMinutes, listed, stop } from '../../lib/text.ts';
import { marked, type Writer } from './writer.ts';

/** A lesson from its questions to what comes next, with the notes for whoever teaches. */
export function lessonMarkdown(write: Writer, entry: Lesson): string[] {
  const { guide, labels, ours, to, entryOf, statement, next, head } = write;
  const { data } = entry;
  const names = (list: readonly { name: string }[]): string => escapeMarkdown(listed(list.map(({ name }) => name)));
  const sign = labels.example.label;
  const block = (one: Lesson['blocks'][number]): string[] => {
    if (one.type === 'statement') return [statement(one.statement)];
    if (one.type === 'projects')
      return (
        data.case?.projects.map((project) => {
          const { name, about: what, effort, wanted } = project;
          return marked(
            sign,
            escapeMarkdown(
              `${name}: ${stop(what)} People paid: ${effort
                .map(({ payer, people }) => `${people} (${data.case?.payers.find(({ id }) => id === payer)?.name.toLowerCase()})`)
                .join(', ')}. Money lasts: ${moneyLasts(project)}. Asked for by ${stop(wanted)}`,
            ),
          );
        }) ?? []
      );
    if (one.type === 'rubric')
      return (
        data.rubric?.rows.map(({ asks, levels }) =>
          ours(`${data.rubric?.title}. ${stop(asks)} ${levels.map((text, i) => `${data.rubric?.levels[i]}: ${text}`).join('; ')}.`),
        ) ?? []
      );
    if (one.type === 'figure') {
      const figure = entryIn(guide, 'figures', one.figure);
      const { voice, text } = openingOf(figure);
      return [marked(labels[voice].label, escapeMarkdown(text), `Figure: ${to(figure)}`)];
    }
    const [first, ...rest] = one.parts.map((part) => escapeMarkdown(part.text));
    return [marked(DIRECTIONS[one.type], first ?? '', ...rest)];
  };
  return [
    ...head(entry, data.title, [
      `${inMinutes(data.minutes)}, for ${names(audiencesOf(guide, entry))}`,
      `Setting: ${escapeMarkdown(data.setting)}`,
      `Group: ${escapeMarkdown(data.group)}`,
      `Reviewed: ${data.reviewed}`,
    ]),
    '## Questions',
    ...data.questions.map((question) => ours(question)),
    '## Objectives',
    ...data.objectives.map((objective) => ours(stop(objective.can), `Mapped to: ${names(domainsOf(guide, [objective]))}`)),
    ...(data.before.length + data.bring.length > 0 ? ['## Before'] : []),
    ...data.before.map(({ to: ref, minutes, why }) => ours(why, `${to(entryOf(ref))}, ${inMinutes(minutes)}`)),
    ...data.bring.map((thing) => ours(`Bring: ${thing}`)),
    ...(data.terms.length > 0 ? ['## Words'] : []),
    ...termsOf(guide, entry).map((term) => ours(`${term.data.term}: ${term.data.definition}`, to(term))),
    ...data.steps.flatMap(({ title, minutes }, i) => [
      `## ${escapeMarkdown(title)} (${inMinutes(minutes)})`,
      ...(data.steps[i]?.acts.length ? [marked(DIRECTIONS.facilitator, escapeMarkdown(`Minute ${actLines(entry, i).join(' ')}`))] : []),
      ...entry.blocks.filter(({ section }) => section === title).flatMap(block),
    ]),
    '## Key points',
    ...entry.statements.filter(({ section }) => section === '').map(statement),
    '## Before you leave',
    ours(data['check-out'].ask, escapeMarkdown(`Listen for: ${data['check-out']['listen-for']}`)),
    ...(data.adaptations.length > 0 ? ['## For other groups'] : []),
    ...data.adaptations.map((adaptation) => ours(`${adaptation.for}: ${adaptation.how}`)),
    ...next(data.next),
  ];
}

/** The marks of what stands in a lesson and says nothing of the subject. */
const DIRECTIONS = { activity: 'Do', facilitator: 'For whoever teaches' } as const;
