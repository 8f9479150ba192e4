import { ANSWER_WORDS } from '../../documents/self-check/words.ts';
import { payersOf } from '../../guide/cases.ts';
import { lookedUpWords, threadsOf } from '../../guide/changes.ts';
import { openingOf } from '../../guide/entries.ts';
import { factOf } from '../../guide/facts.ts';
import { kindLabel, shortOf, titleOf } from '../../guide/labels.ts';
import { grid, isJudged } from '../../guide/links.ts';
import { statusWords } from '../../guide/mechanisms.ts';
import { monday } from '../../guide/monday.ts';
import { LINKED_FROM, PAIRINGS } from '../../guide/relations.ts';
import { besideLessons, disputesOf } from '../../guide/teaching.ts';
import type { Page, Part } from '../../guide/types.ts';
import { ANSWERS } from '../../lib/answers.ts';
import { whenWords } from '../../lib/dates.ts';
import { SIDE_WORDS } from '../../lib/sides.ts';
import { capital, inMinutes, listed, stop } from '../../lib/text.ts';
import { isChosen } from '../../schemas/quiz.ts';
import { DATA_FILES, DATA_ZIP } from '../data-files.ts';
import { type Block, heading, joined, line, lineOf, list, plain, said, table } from './blocks.ts';
import { fact, type Writer } from './writer.ts';

/** A page: its text, and what the build adds to it from other files. */
export function pageBlocks(write: Writer, entry: Page): Block[] {
  const { head, next } = write;
  return [
    ...head(entry, entry.data.title, [fact('Reviewed', entry.data.reviewed)]),
    ...told(write, entry),
    ...(computed[entry.id]?.(write) ?? []),
    ...next(entry.data.next),
  ];
}

/** its text under its headings, and its figures where they stand */
function told({ ours, statement, headingOf }: Writer, entry: Page): Block[] {
  let above = '';
  return entry.blocks.flatMap((block): Block[] => {
    if (block.type === 'figure') return [{ type: 'figure', figure: block.figure }];
    if (block.type !== 'statement' && block.type !== 'text') return [];
    const isNew = block.section !== '' && block.section !== above;
    above = block.section;
    const own = (part: Part): Block => ({ ...ours(lineOf(part)), parts: [part] });
    const ownText = (parts: readonly Part[]): Block[] => (parts.every(({ item }) => item) ? [list(parts.map(own))] : parts.map(own));
    return [
      ...(isNew ? [headingOf(entry, 2, block.section)] : []),
      ...(block.type === 'statement' ? [statement(block.statement, block.parts)] : ownText(block.parts)),
    ];
  });
}

/** What the page shows beside its own text. */
const computed: Record<string, (write: Writer) => Block[]> = {
  home: (write) => {
    const { guide, about, ours, to, statement } = write;
    return [
      // first steps that the brief tells, under the heading of the others
      ...monday(guide).chairs.flatMap((one) => (one.to ? [statement(one.statement)] : [])),
      heading(2, about.recognise.title),
      list(
        guide.findings
          .filter((f) => f.kind === about.recognise.kind)
          .map((f) => ours(f.data.recognise, line(`${kindLabel(guide, f.kind)}: `, to(f)))),
      ),
      ...about.actions.flatMap((one) => actions(write, one)),
    ];
  },
  sources: ({ guide, to }) => [
    heading(2, 'All sources'),
    list(guide.sources.map((s) => plain(to(s), `: ${stop(s.data.title)} ${capital(s.data.kind)}. Read: ${s.data.read}.`))),
  ],
  glossary: ({ guide, ours }) => [
    heading(2, 'Terms'),
    ...guide.glossary.map(({ data, ref, id }) => ({
      ...ours(
        `${data.term}: ${data.definition}`,
        data.also.length > 0 && `Also: ${data.also.join(', ')}`,
        data.follows && line('Our wording, after ', { href: data.follows.url, text: data.follows.name }),
        { to: ref },
      ),
      id,
    })),
  ],
  links: ({ guide, about, to, linkMark }) => [
    heading(2, `All ${about.links.many}`),
    list(guide.links.map((link) => said(linkMark(link), line(isJudged(link) ? to(link) : titleOf(link), `. ${link.data.reason}`)))),
  ],
  matrix: ({ guide, about, linkWords }) =>
    LINKED_FROM.flatMap((from) => {
      const { columns, rows } = grid(
        guide,
        from,
        PAIRINGS.filter((p) => p.from === from).map((p) => p.to),
      );
      if (rows.length === 0 || columns.length === 0) return [];
      return [
        heading(2, about.kinds[from].title),
        table(
          ['', ...columns.map(shortOf)],
          rows.map(({ row, cells }) => [shortOf(row), ...cells.map(({ link }) => (link ? linkWords(link) : ''))]),
        ),
      ];
    }),
  teach: ({ guide, ours, to }) => {
    const beside = besideLessons(guide);
    return [
      heading(2, 'Lessons'),
      list(guide.lessons.map((lesson) => ours(lesson.data.description, line(`Lesson, ${inMinutes(lesson.data.minutes)}: `, to(lesson))))),
      ...(beside.length > 0 ? [heading(2, 'To go with them'), list(beside.map((page) => ours(page.data.description, to(page))))] : []),
    ];
  },
  figures: ({ guide, marks, to }) => [
    heading(2, 'All figures'),
    list(
      guide.figures.map((figure) => {
        const { voice, text } = openingOf(figure);
        return said(marks[voice], text, to(figure));
      }),
    ),
  ],
  'teach/quiz': ({ guide, ours, witness }) =>
    guide.quiz.flatMap(({ data }, i) => [
      heading(2, `Question ${i + 1}`),
      ours(data.prompt),
      isChosen(data)
        ? list(
            data.choices.map(({ text, right, feedback, from }) =>
              ours(`${right ? 'Right' : 'Not right'}: ${stop(text)} ${feedback}`, witness(from)),
            ),
          )
        : data.type === 'match'
          ? list(data.pairs.map(({ left, right, feedback, from }) => ours(`${left} ${stop(right)} ${feedback}`, witness(from))))
          : ours(`In this order: ${data.items.join('; ')}. ${data.feedback}`, witness(data.from)),
    ]),
  'teach/dispute': ({ guide, ours, to, restsOn }) =>
    disputesOf(guide).flatMap((link) => [
      heading(2, titleOf(link)),
      ours(link.data.reason, joined([restsOn(link.data['rests-on'], link.ref), to(link)], ' ')),
      ours(`The case against it: ${link.data.against}`),
      ours(`What would change our mind: ${link.data['would-change-our-mind']}`),
    ]),
  'evidence/since-the-interviews': ({ guide, marks, ours, to }) =>
    threadsOf(guide).flatMap(({ thread, changes }) => [
      heading(2, thread),
      ours(lookedUpWords(changes)),
      list(
        changes.map((change) => {
          const { source, finding } = factOf(guide, change.data.fact);
          const { date, side } = change.data;
          return said(marks.others, `${whenWords(date)}. ${finding.text}`, line(`${SIDE_WORDS[side]}: `, to(source)));
        }),
      ),
    ]),
  cases: ({ guide, marks, to }) => [
    heading(2, 'All cases'),
    list(
      guide.cases.map((one) => {
        const { country, system, telling } = one.data;
        const payers = payersOf(guide, one).map(({ label }) => label);
        return said(
          marks.others,
          telling.text,
          line(to(one), `: ${country}; ${system}`),
          payers.length > 0 && `Who pays: ${listed(payers)}`,
        );
      }),
    ),
  ],
  money: ({ guide, marks, to }) => [
    heading(2, 'Ways of paying'),
    list(
      guide.mechanisms.map((way) => {
        const { data } = way;
        const { source } = factOf(guide, data.fact);
        const all = [data['pays-for'], data.lasts && `Term: ${data.lasts}`, data.sum && `Amount: ${data.sum}`, statusWords(way)];
        return {
          ...said(
            marks.others,
            `${stop(data.name)} ${stop(data.payer)} ${all
              .filter((text) => text !== undefined)
              .map(stop)
              .join(' ')}`,
            to(source),
          ),
          id: way.id,
        };
      }),
    ),
  ],
  'self-check': ({ guide, ours, to, entryOf, restsOn }) => [
    heading(2, 'Questions'),
    ...guide.questions.map(({ data, id }) => ({
      ...ours(
        data.ask,
        line(`${kindLabel(guide, entryOf(data.about).kind)}: `, to(entryOf(data.about))),
        ...ANSWERS.flatMap((answer) => (answer === 'unknown' ? [] : [`${ANSWER_WORDS[answer]}: ${data.looks[answer]}`])),
        `To talk about: ${data.talk}`,
        joined([stop(capital(`because ${data.because}`)), restsOn(data.from.split(/\s+/), 'pages/self-check')], ' '),
      ),
      id,
    })),
  ],
  data: () => [
    heading(2, 'Files'),
    list([DATA_ZIP, ...DATA_FILES].map(({ path, name, what }) => plain({ file: path, text: name }, `: ${what}`))),
  ],
  'evidence/the-paper': ({ guide, marks, sentencesText }) => [
    heading(2, 'The sentences'),
    ...guide.study.data.sentences.map(({ id, gist }) => ({ ...said(marks.paper, gist, sentencesText([id])), id })),
  ],
};

/** the findings that a reader may act on, by the sentence that names them */
function actions(write: Writer, { title, kind }: Writer['about']['actions'][number]): Block[] {
  const { guide, about, marks, ours, to, sentencesText } = write;
  const findings = guide.findings.filter((f) => f.kind === kind);
  if (findings.length === 0) return [];
  return [
    heading(2, title),
    ours(about.kinds[kind].division),
    list(findings.map((f) => said(marks.paper, to(f), sentencesText(about.kinds[kind].at)))),
  ];
}
