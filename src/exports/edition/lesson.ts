import { entryIn, openingOf } from '../../guide/entries.ts';
import { moneyLasts } from '../../guide/lesson-case.ts';
import { actLines, audiencesOf, domainsOf, termsOf } from '../../guide/teaching.ts';
import type { Lesson } from '../../guide/types.ts';
import { inMinutes, listed, stop } from '../../lib/text.ts';
import { type Block, heading, line, said } from './blocks.ts';
import { fact, type Writer } from './writer.ts';

/** A lesson from its questions to what comes next, with the notes for whoever teaches. */
export function lessonBlocks(write: Writer, entry: Lesson): Block[] {
  const { guide, marks, ours, to, entryOf, statement, next, head, headingOf } = write;
  const { data } = entry;
  const names = (list: readonly { name: string }[]): string => listed(list.map(({ name }) => name));
  const block = (one: Lesson['blocks'][number]): Block[] => {
    if (one.type === 'statement') return [statement(one.statement, one.parts)];
    if (one.type === 'projects')
      return (
        data.case?.projects.map((project) => {
          const { name, about: what, effort, wanted } = project;
          return said(
            marks.example,
            `${name}: ${stop(what)} People paid: ${effort
              .map(({ payer, people }) => `${people} (${data.case?.payers.find(({ id }) => id === payer)?.name.toLowerCase()})`)
              .join(', ')}. Money lasts: ${moneyLasts(project)}. Asked for by ${stop(wanted)}`,
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
      return [{ type: 'figure', figure: one.figure, instead: said(marks[voice], text, line('Figure: ', to(figure))) }];
    }
    // every text of a lesson stands in a voice or is a direction
    if (one.type === 'text') return [];
    return [{ type: 'direction', label: DIRECTIONS[one.type], parts: one.parts, id: one.id }];
  };
  return [
    ...head(entry, data.title, [
      { value: [`${inMinutes(data.minutes)}, for ${names(audiencesOf(guide, entry))}`] },
      fact('Setting', data.setting),
      fact('Group', data.group),
      fact('Reviewed', data.reviewed),
    ]),
    heading(2, 'Questions'),
    ...data.questions.map((question) => ours(question)),
    heading(2, 'Objectives'),
    ...data.objectives.map((objective) => ours(stop(objective.can), `Mapped to: ${names(domainsOf(guide, [objective]))}`)),
    ...(data.before.length + data.bring.length > 0 ? [heading(2, 'Before')] : []),
    ...data.before.map(({ to: ref, minutes, why }) => ours(why, line(to(entryOf(ref)), `, ${inMinutes(minutes)}`))),
    ...data.bring.map((thing) => ours(`Bring: ${thing}`)),
    ...(data.terms.length > 0 ? [heading(2, 'Words')] : []),
    ...termsOf(guide, entry).map((term) => ours(`${term.data.term}: ${term.data.definition}`, to(term))),
    ...data.steps.flatMap(({ title, minutes }, i) => [
      headingOf(entry, 2, title, `${title} (${inMinutes(minutes)})`),
      ...(data.steps[i]?.acts.length
        ? [
            {
              type: 'direction' as const,
              label: DIRECTIONS.facilitator,
              parts: [{ text: `Minute ${actLines(entry, i).join(' ')}`, item: false }],
            },
          ]
        : []),
      ...entry.blocks.filter(({ section }) => section === title).flatMap(block),
    ]),
    heading(2, 'Key points'),
    ...entry.statements.filter(({ section }) => section === '').map((one) => statement(one)),
    heading(2, 'Before you leave'),
    ours(data['check-out'].ask, `Listen for: ${data['check-out']['listen-for']}`),
    ...(data.adaptations.length > 0 ? [heading(2, 'For other groups')] : []),
    ...data.adaptations.map((adaptation) => ours(`${adaptation.for}: ${adaptation.how}`)),
    ...next(data.next),
  ];
}

/** The marks of what stands in a lesson and says nothing of the subject. */
const DIRECTIONS = { activity: 'Do', facilitator: 'For whoever teaches' } as const;
