import { HEADINGS, SEEN } from '../../documents/decision-record/wording.ts';
import { seenAt } from '../../guide/cases.ts';
import { accountWords } from '../../guide/facts.ts';
import { kindLabel, stanceWords } from '../../guide/labels.ts';
import { type JudgedLink, linksOf } from '../../guide/links.ts';
import { literatureOn } from '../../guide/literature.ts';
import type { Finding } from '../../guide/types.ts';
import { capital, stop } from '../../lib/text.ts';
import { type Block, heading, joined, line, list, said } from './blocks.ts';
import { fact, type Writer } from './writer.ts';

/** A finding: its statements, its links, what else was read, questions. */
export function findingBlocks(write: Writer, entry: Finding): Block[] {
  const { guide, about, ours, body, next, head } = write;
  const { data, kind } = entry;
  return [
    ...head(entry, data.title, [fact('Kind', `${kindLabel(guide, kind)}, ${about.kinds[kind].for}`), fact('Reviewed', data.reviewed)]),
    ...body(entry),
    ...groups(write, entry),
    ...seen(write, entry),
    ...literature(write, entry),
    heading(2, 'Questions to ask your own team'),
    list(data.questions.map((question) => ours(question))),
    ...next([...(data['part-of'] ? [data['part-of']] : []), ...data.next]),
  ];
}

/** where it can be seen at real programs */
function seen({ guide, isWhole, about, marks, ours, to, at }: Writer, entry: Finding): Block[] {
  const all = seenAt(guide, entry);
  if (all.length === 0) return [];
  return [
    heading(2, HEADINGS.seen),
    ...(isWhole ? [] : [ours([SEEN, about['cases-note'] ?? ''].filter(Boolean).join(' '))]),
    list(
      all.map(({ seen: one, fact: told, why }) =>
        said(
          marks.others,
          told.finding.text,
          joined([to(one, one.data.short), at(told.source.ref, told.source.data.short, told.finding.id), accountWords(told)], '. '),
          `${marks.editors.label}: ${stop(why)}`,
        ),
      ),
    ),
  ];
}

/** What leads from a pair on a finding's page to all that is said of it. */
export const ABOUT_LINK = 'All about this link';

/** What is true of every list of links. */
export const linksWords = (pairsNone: boolean): string =>
  `${pairsNone ? 'The abstract pairs none of these. ' : ''}Each link is ours unless another publication is named. Links that others make come first; each group is in order of titles. Nothing is ranked.`;

/** links to other findings, as the page groups them */
function groups(write: Writer, entry: Finding): Block[] {
  const { guide, isWhole, at, marks, ours, to, sourceOf, pairsNone, linkMark, byWayOfText } = write;
  return linksOf(guide, entry, ({ data }) => data.title).flatMap(({ heading: title, open, harm, worse, closed, unjudged }) => {
    const told = (link: JudgedLink, other: Finding) =>
      said(
        linkMark(link),
        line(to(other), `: ${link.data.reason}`),
        byWayOfText(link),
        !isWhole && `${marks.editors.label} the case against it: ${link.data.against}`,
        !isWhole &&
          link.data.sources.length > 0 &&
          line(
            'Sources: ',
            joined(
              link.data.sources.map(({ source, stance }) => line(to(sourceOf(source)), ` (${stanceWords(stance, link.data.state)})`)),
              ', ',
            ),
            '.',
          ),
        at(link.ref, ABOUT_LINK),
      );
    const part = (name: string, items: readonly Block[]): Block[] =>
      items.length > 0 ? [...(name ? [heading(3, name)] : []), list(items)] : [];
    return [
      heading(2, title),
      ...(isWhole ? [] : [ours(linksWords(pairsNone))]),
      ...part(
        '',
        open.map(({ link, other }) => told(link, other)),
      ),
      ...part(
        harm,
        worse.map(({ link, other }) => told(link, other)),
      ),
      ...part(
        'Considered and not linked',
        closed.map(({ link, other }) => told(link, other)),
      ),
      ...part(
        'Not judged',
        unjudged.map(({ link, other }) => said(linkMark(link), line(to(other), `: ${link.data.reason}`))),
      ),
    ];
  });
}

/** The heading over what was read, and what is true of every such list. */
export const LITERATURE = 'What else we read on this';
export const LITERATURE_WORDS = 'In our words, by kind of evidence. Sources are not added up: five opinions are still opinions.';

/** what sources say of it, by kind of evidence */
function literature(write: Writer, entry: Finding): Block[] {
  const { guide, isWhole, marks, ours, sourceText } = write;
  const kinds = literatureOn(guide, entry.ref);
  if (kinds.length === 0) return [];
  return [
    heading(2, LITERATURE),
    ...(isWhole ? [] : [ours(LITERATURE_WORDS)]),
    ...kinds.flatMap(({ kind, rows }) => [
      heading(3, capital(kind)),
      list(
        rows.map(({ source, finding, on }) =>
          said(
            marks.others,
            finding.text,
            sourceText(source.id, on.stance),
            `${marks.editors.label} how it bears on this: ${stop(on.reason)}`,
          ),
        ),
      ),
    ]),
  ];
}
