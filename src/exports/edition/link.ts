import { openingOf } from '../../guide/entries.ts';
import { kindLabel, stanceWords, titleOf } from '../../guide/labels.ts';
import { DESPITE, type JudgedLink, SPEAKS_OF_WORDS } from '../../guide/links.ts';
import { type Block, heading, joined, line, said } from './blocks.ts';
import { fact, type Writer } from './writer.ts';

/** A judged link: reason, the case against, what would change our mind, sources, both ends. */
export function linkBlocks(write: Writer, entry: JudgedLink): Block[] {
  if (write.isWhole) return shortBlocks(write, entry);
  const { guide, about, marks, ours, to, pairsNone, statement, body, linkWords, byWayOfText, head } = write;
  const { data, ends, statements } = entry;
  const ways = byWayOfText(entry);
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
    statement(openingOf(entry)),
    ...(ways.length > 0 ? [said(marks.editors, ways)] : []),
    ...(data.state === 'not-linked' && data.despite ? [heading(2, DESPITE), said(marks.editors, data.despite)] : []),
    heading(2, AGAINST),
    said(marks.editors, data.against),
    heading(2, MIND),
    said(marks.editors, data['would-change-our-mind']),
    ...(weighed.length > 0 ? [heading(2, 'How we weigh it'), ...body(entry, 3, weighed)] : []),
    heading(2, 'What sources say'),
    ...(data.sources.length === 0 ? [ours('We read none that bears on this pair.')] : bearings(write, entry)),
    heading(2, 'The two ends'),
    ...[ends.from, ends.to].map((end) =>
      said(marks[end.data.answer.voice], end.data.answer.text, line(`${kindLabel(guide, end.kind)}: `, to(end))),
    ),
  ];
}

const [AGAINST, MIND] = ['The case against it', 'What would change our mind'];

/** The same where both ends stand in one text with it, and many links follow one another: without headings. */
function shortBlocks(write: Writer, entry: JudgedLink): Block[] {
  const { marks, to, statement, body, linkMark, byWayOfText, head } = write;
  const { data, ends, statements } = entry;
  const reason = statement(openingOf(entry));
  const told = (title: string, text: string): Block => said(marks.editors, line({ strong: `${title}:` }, ` ${text}`));
  return [
    ...head(entry, titleOf(entry), []),
    {
      ...reason,
      ...linkMark(entry),
      under: [line(to(ends.from), ' and ', to(ends.to)), byWayOfText(entry), ...reason.under].filter((one) => one.length > 0),
    },
    ...(data.state === 'not-linked' && data.despite ? [told(DESPITE, data.despite)] : []),
    told(AGAINST, data.against),
    told(MIND, data['would-change-our-mind']),
    ...body(entry, 3, statements.slice(1)),
    ...bearings(write, entry),
  ];
}

/** what each of its sources says */
const bearings = ({ marks, sourceText }: Writer, { data }: JudgedLink): Block[] =>
  data.sources.map(({ source, stance, 'speaks-of': of, says }) =>
    said(marks.others, says, line(sourceText(source, stanceWords(stance, data.state)), ` ${SPEAKS_OF_WORDS[of]}`)),
  );
