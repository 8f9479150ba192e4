import { openingOf } from '../../guide/entries.ts';
import { kindLabel, stanceWords, titleOf } from '../../guide/labels.ts';
import { DESPITE, type JudgedLink, SPEAKS_OF_WORDS } from '../../guide/links.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { marked, type Writer } from './writer.ts';

/** A judged link: reason, the case against, what would change our mind, sources, both ends. */
export function linkMarkdown(write: Writer, entry: JudgedLink): string[] {
  const { guide, about, labels, ours, to, pairsNone, sourceText, statement, body, linkMark, byWayOfText, head } = write;
  const { data, ends, statements } = entry;
  const ways = byWayOfText(entry);
  const reason = openingOf(entry);
  const weighed = statements.slice(1);
  return [
    ...head(entry, titleOf(entry), [
      `State: ${escapeMarkdown(`${linkMark(entry)}. ${about.links.states[data.state].meaning}`)}`,
      `Ends: ${[ends.from, ends.to].map((end) => `${to(end)} (${kindLabel(guide, end.kind).toLowerCase()})`).join(' and ')}`,
      pairsNone && 'The abstract does not pair the two.',
      `Judged: ${data.judged}`,
    ]),
    statement(reason),
    ...(ways ? [marked(labels.editors.label, ways)] : []),
    ...(data.state === 'not-linked' && data.despite ? [`## ${DESPITE}`, marked(labels.editors.label, escapeMarkdown(data.despite))] : []),
    '## What speaks against it',
    marked(labels.editors.label, escapeMarkdown(data.against)),
    '## What would change our mind',
    marked(labels.editors.label, escapeMarkdown(data['would-change-our-mind'])),
    ...(weighed.length > 0 ? ['## How we weigh it', ...body(weighed, '###')] : []),
    '## What sources say',
    ...(data.sources.length === 0
      ? [ours('We read none that bears on this pair.')]
      : data.sources.map(({ source, stance, 'speaks-of': of, says }) =>
          marked(
            labels.others.label,
            escapeMarkdown(says),
            `${sourceText(source, stanceWords(stance, data.state))} ${SPEAKS_OF_WORDS[of]}`,
          ),
        )),
    '## The two ends',
    ...[ends.from, ends.to].map((end) =>
      marked(labels[end.data.answer.voice].label, escapeMarkdown(end.data.answer.text), `${kindLabel(guide, end.kind)}: ${to(end)}`),
    ),
  ];
}
