import { HEADINGS, SEEN } from '../../documents/decision-record/wording.ts';
import { seenAt } from '../../guide/cases.ts';
import { accountWords } from '../../guide/facts.ts';
import { kindLabel, stanceWords } from '../../guide/labels.ts';
import { type JudgedLink, linksOf } from '../../guide/links.ts';
import { literatureOn } from '../../guide/literature.ts';
import type { Finding } from '../../guide/types.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { capital, stop } from '../../lib/text.ts';
import { anchor, bullets, marked, type Writer } from './writer.ts';

/** A finding: its statements, its links, what else was read, questions. */
export function findingMarkdown(write: Writer, entry: Finding): string[] {
  const { guide, about, ours, body, next, head } = write;
  const { data, kind, statements } = entry;
  return [
    ...head(entry, data.title, [`Kind: ${kindLabel(guide, kind)}, ${escapeMarkdown(about.kinds[kind].for)}`, `Reviewed: ${data.reviewed}`]),
    ...body(statements),
    ...groups(write, entry),
    ...seen(write, entry),
    ...literature(write, entry),
    '## Questions to ask your own team',
    bullets(data.questions.map((question) => ours(question))),
    ...next([...(data['part-of'] ? [data['part-of']] : []), ...data.next]),
  ];
}

/** where it can be seen at real programs */
function seen({ guide, about, labels, ours, to, addressFor }: Writer, entry: Finding): string[] {
  const all = seenAt(guide, entry);
  if (all.length === 0) return [];
  return [
    `## ${HEADINGS.seen}`,
    ours([SEEN, about['cases-note'] ?? ''].filter(Boolean).join(' ')),
    bullets(
      all.map(({ seen: one, fact, why }) =>
        marked(
          labels.others.label,
          escapeMarkdown(fact.finding.text),
          [to(one, one.data.short), anchor(fact.source.data.short, addressFor(fact.source.ref, fact.finding.id)), accountWords(fact)]
            .filter(Boolean)
            .join('. '),
          `${labels.editors.label}: ${escapeMarkdown(stop(why))}`,
        ),
      ),
    ),
  ];
}

/** links to other findings, as the page groups them */
function groups(write: Writer, entry: Finding): string[] {
  const { guide, addressFor, labels, ours, to, sourceOf, pairsNone, linkMark, byWayOfText } = write;
  return linksOf(guide, entry, ({ data }) => data.title).flatMap(({ heading, open, harm, worse, closed, unjudged }) => {
    const line = (link: JudgedLink, other: Finding) =>
      marked(
        linkMark(link),
        `${to(other)}: ${escapeMarkdown(link.data.reason)}`,
        byWayOfText(link),
        `${labels.editors.label} what speaks against it: ${escapeMarkdown(link.data.against)}`,
        link.data.sources.length > 0 &&
          `Sources: ${link.data.sources.map(({ source, stance }) => `${to(sourceOf(source))} (${stanceWords(stance, link.data.state)})`).join(', ')}.`,
        anchor('All about this link', addressFor(link.ref)),
      );
    return [
      `## ${escapeMarkdown(heading)}`,
      ours(
        `${pairsNone ? 'The abstract pairs none of these. ' : ''}Each link is ours or another publication’s, in that case named; others’ come first, then by title. None is ranked.`,
      ),
      open.length > 0 && bullets(open.map(({ link, other }) => line(link, other))),
      worse.length > 0 && `### ${harm}`,
      worse.length > 0 && bullets(worse.map(({ link, other }) => line(link, other))),
      closed.length > 0 && '### Considered and not linked',
      closed.length > 0 && bullets(closed.map(({ link, other }) => line(link, other))),
      unjudged.length > 0 && '### Not judged',
      unjudged.length > 0 &&
        bullets(unjudged.map(({ link, other }) => marked(linkMark(link), `${to(other)}: ${escapeMarkdown(link.data.reason)}`))),
    ].filter((part) => part !== false);
  });
}

/** what sources say of it, by kind of evidence */
function literature(write: Writer, entry: Finding): string[] {
  const { guide, labels, ours, sourceText } = write;
  const kinds = literatureOn(guide, entry.ref);
  if (kinds.length === 0) return [];
  return [
    '## What else we read on this',
    ours('In our words, by kind of evidence. Sources are not added up: five opinions are still opinions.'),
    ...kinds.flatMap(({ kind, rows }) => [
      `### ${escapeMarkdown(capital(kind))}`,
      bullets(
        rows.map(({ source, finding, on }) =>
          marked(
            labels.others.label,
            escapeMarkdown(finding.text),
            sourceText(source.id, on.stance),
            `${labels.editors.label} how it bears on this: ${escapeMarkdown(stop(on.reason))}`,
          ),
        ),
      ),
    ]),
  ];
}
