import { openingOf } from '../../guide/entries.ts';
import { kindLabel, stanceWords, titleOf } from '../../guide/labels.ts';
import { DESPITE, type JudgedLink, SPEAKS_OF_WORDS } from '../../guide/links.ts';
import { type Block, heading, joined, line, said } from './blocks.ts';
import { fact, type Writer } from './writer.ts';

/** A judged link: reason, the case against, what would change our mind, sources, both ends. */
export function linkBlocks(write: Writer, entry: JudgedLink): Block[] {
  const { guide, about, marks, ours, to, pairsNone, sourceText, statement, body, linkWords, byWayOfText, head } = write;
  const { data, ends, statements } = entry;
  const ways = byWayOfText(entry);
  const reason = openingOf(entry);
  const weighed = statements.slice(1);
  return [
    ...head(entry, titleOf(entry), [
      fact('State', `${linkWords(entry)}. ${about.links.states[data.state].meaning}`),
      fact(
        'Ends',
        joined(
          [ends.from, ends.to].map((end) => line(to(end), ` (${kindLabel(guide, end.kind).toLowerCase()})`)),
          ' and ',
        ),
      ),
      pairsNone && { value: ['The abstract does not pair the two.'] },
      fact('Judged', data.judged),
    ]),
    statement(reason),
    ...(ways.length > 0 ? [said(marks.editors, ways)] : []),
    ...(data.state === 'not-linked' && data.despite ? [heading(2, DESPITE), said(marks.editors, data.despite)] : []),
    heading(2, 'What speaks against it'),
    said(marks.editors, data.against),
    heading(2, 'What would change our mind'),
    said(marks.editors, data['would-change-our-mind']),
    ...(weighed.length > 0 ? [heading(2, 'How we weigh it'), ...body(entry, 3, weighed)] : []),
    heading(2, 'What sources say'),
    ...(data.sources.length === 0
      ? [ours('We read none that bears on this pair.')]
      : data.sources.map(({ source, stance, 'speaks-of': of, says }) =>
          said(marks.others, says, line(sourceText(source, stanceWords(stance, data.state)), ` ${SPEAKS_OF_WORDS[of]}`)),
        )),
    heading(2, 'The two ends'),
    ...[ends.from, ends.to].map((end) =>
      said(marks[end.data.answer.voice], end.data.answer.text, line(`${kindLabel(guide, end.kind)}: `, to(end))),
    ),
  ];
}
