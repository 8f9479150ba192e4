import { kindLabel, titleOf } from '../../guide/labels.ts';
import type { JudgedLink } from '../../guide/links.ts';
import type { Statement } from '../../guide/types.ts';
import { escapeMarkdown, marked, type Writer } from './writer.ts';

/** A judged link: reason, the case against, what would change our mind, sources, both ends. */
export function linkMarkdown(write: Writer, entry: JudgedLink): string[] {
  const { guide, about, labels, ours, to, pairsNone, sourceText, statement, body, linkMark, head } = write;
  const { data, ends, statements } = entry;
  const [reason, ...weighed] = statements as [Statement, ...Statement[]];
  return [
    ...head(entry, titleOf(entry), [
      `State: ${escapeMarkdown(`${linkMark(entry)}. ${about.links.states[data.state].meaning}`)}`,
      `Ends: ${[ends.from, ends.to].map((end) => `${to(end)} (${kindLabel(guide, end.kind).toLowerCase()})`).join(' and ')}`,
      pairsNone && 'The abstract does not pair the two.',
      `Judged: ${data.judged}`,
    ]),
    statement(reason),
    '## What speaks against it',
    marked(labels.editors.label, escapeMarkdown(data.against)),
    '## What would change our mind',
    marked(labels.editors.label, escapeMarkdown(data['would-change-our-mind'])),
    ...(weighed.length > 0 ? ['## How we weigh it', ...body(weighed, '###')] : []),
    '## What sources say',
    ...(data.sources.length === 0
      ? [ours('We read none that bears on this pair.')]
      : data.sources.map(({ source, stance, says }) => marked(labels.others.label, escapeMarkdown(says), sourceText(source, stance)))),
    '## The two ends',
    ...[ends.from, ends.to].map((end) =>
      marked(labels[end.data.answer.voice].label, escapeMarkdown(end.data.answer.text), `${kindLabel(guide, end.kind)}: ${to(end)}`),
    ),
  ];
}
