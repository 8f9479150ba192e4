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
import type { Page } from '../../guide/types.ts';
import { ANSWERS } from '../../lib/answers.ts';
import { whenWords } from '../../lib/dates.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { SIDE_WORDS } from '../../lib/sides.ts';
import { capital, inMinutes, listed, stop } from '../../lib/text.ts';
import { isChosen } from '../../schemas/quiz.ts';
import { DATA_FILES } from '../data-files.ts';
import { paragraphsOf } from '../kinds/parts.ts';
import { anchor, bullets, marked, table, type Writer } from './writer.ts';

/** A page: its text, and what the build adds to it from other files. */
export function pageMarkdown(write: Writer, entry: Page): string[] {
  const { ours, body, next, head } = write;
  return [
    ...head(entry, entry.data.title, [`Reviewed: ${entry.data.reviewed}`]),
    ...paragraphsOf(entry.prose).map((text) => ours(text)),
    ...body(entry.statements),
    ...(computed[entry.id]?.(write) ?? []),
    ...next(entry.data.next),
  ];
}

/** What the page shows beside its own text. */
const computed: Record<string, (write: Writer) => string[]> = {
  home: (write) => {
    const { guide, about, ours, to, statement } = write;
    return [
      // first steps that the brief tells, under the heading of the others
      ...monday(guide).chairs.flatMap((one) => (one.to ? [statement(one.statement)] : [])),
      `## ${escapeMarkdown(about.recognise.title)}`,
      bullets(
        guide.findings
          .filter((f) => f.kind === about.recognise.kind)
          .map((f) => ours(f.data.recognise, `${kindLabel(guide, f.kind)}: ${to(f)}`)),
      ),
      ...actions(write),
    ];
  },
  sources: ({ guide, to }) => [
    '## All sources',
    bullets(
      guide.sources.map((s) => `${to(s)}: ${escapeMarkdown(`${stop(s.data.title)} ${capital(s.data.kind)}. Read: ${s.data.read}.`)}`),
    ),
  ],
  glossary: ({ guide, addressFor, ours }) => [
    '## Terms',
    ...guide.glossary.map(({ data, ref }) =>
      ours(
        `${data.term}: ${data.definition}`,
        ...(data.also.length ? [`Also: ${escapeMarkdown(data.also.join(', '))}`] : []),
        ...(data.follows ? [`Our wording, after ${anchor(data.follows.name, data.follows.url)}`] : []),
        anchor(addressFor(ref), addressFor(ref)),
      ),
    ),
  ],
  links: ({ guide, about, to, linkMark }) => [
    `## All ${about.links.many}`,
    bullets(
      guide.links.map((link) =>
        marked(linkMark(link), `${isJudged(link) ? to(link) : escapeMarkdown(titleOf(link))}. ${escapeMarkdown(link.data.reason)}`),
      ),
    ),
  ],
  matrix: ({ guide, about, linkMark }) =>
    LINKED_FROM.flatMap((from) => {
      const { columns, rows } = grid(
        guide,
        from,
        PAIRINGS.filter((p) => p.from === from).map((p) => p.to),
      );
      if (rows.length === 0 || columns.length === 0) return [];
      return [
        `## ${escapeMarkdown(about.kinds[from].title)}`,
        table(
          ['', ...columns.map((column) => escapeMarkdown(shortOf(column)))],
          rows.map(({ row: finding, cells }) => [
            escapeMarkdown(shortOf(finding)),
            ...cells.map(({ link }) => (link ? escapeMarkdown(linkMark(link)) : '')),
          ]),
        ),
      ];
    }),
  teach: ({ guide, ours, to }) => [
    '## Lessons',
    bullets(guide.lessons.map((lesson) => ours(lesson.data.description, `Lesson, ${inMinutes(lesson.data.minutes)}: ${to(lesson)}`))),
    ...(besideLessons(guide).length > 0 ? ['## To go with them'] : []),
    bullets(besideLessons(guide).map((page) => ours(page.data.description, to(page)))),
  ],
  figures: ({ guide, labels, to }) => [
    '## All figures',
    bullets(
      guide.figures.map((figure) => {
        const { voice, text } = openingOf(figure);
        return marked(labels[voice].label, escapeMarkdown(text), to(figure));
      }),
    ),
  ],
  'teach/quiz': ({ guide, ours, witness }) =>
    guide.quiz.flatMap(({ data }, i) => [
      `## Question ${i + 1}`,
      ours(data.prompt),
      isChosen(data)
        ? bullets(
            data.choices.map(({ text, right, feedback, from }) =>
              ours(`${right ? 'Right' : 'Not right'}: ${stop(text)} ${feedback}`, witness(from)),
            ),
          )
        : data.type === 'match'
          ? bullets(data.pairs.map(({ left, right, feedback, from }) => ours(`${left} ${stop(right)} ${feedback}`, witness(from))))
          : ours(`In this order: ${data.items.join('; ')}. ${data.feedback}`, witness(data.from)),
    ]),
  'teach/dispute': ({ guide, ours, to, restsOn }) =>
    disputesOf(guide).flatMap((link) => [
      `## ${escapeMarkdown(titleOf(link))}`,
      ours(link.data.reason, [restsOn(link.data['rests-on'], link.ref), to(link)].join(' ')),
      ours(`What speaks against it: ${link.data.against}`),
      ours(`What would change our mind: ${link.data['would-change-our-mind']}`),
    ]),
  'evidence/since-the-interviews': ({ guide, labels, ours, to }) =>
    threadsOf(guide).flatMap(({ thread, changes }) => [
      `## ${escapeMarkdown(thread)}`,
      ours(lookedUpWords(changes)),
      bullets(
        changes.map((change) => {
          const { source, finding } = factOf(guide, change.data.fact);
          const { date, side } = change.data;
          return marked(labels.others.label, escapeMarkdown(`${whenWords(date)}. ${finding.text}`), `${SIDE_WORDS[side]}: ${to(source)}`);
        }),
      ),
    ]),
  cases: ({ guide, labels, to }) => [
    '## All cases',
    bullets(
      guide.cases.map((one) => {
        const { country, system, telling } = one.data;
        const payers = payersOf(guide, one).map(({ label }) => label);
        return marked(
          labels.others.label,
          escapeMarkdown(telling.text),
          `${to(one)}: ${escapeMarkdown(`${country}; ${system}`)}`,
          payers.length > 0 && escapeMarkdown(`Who pays: ${listed(payers)}`),
        );
      }),
    ),
  ],
  money: ({ guide, labels, to }) => [
    '## Ways of paying',
    bullets(
      guide.mechanisms.map((way) => {
        const { data } = way;
        const { source } = factOf(guide, data.fact);
        const told = [data['pays-for'], data.lasts && `Term: ${data.lasts}`, data.sum && `Amount: ${data.sum}`, statusWords(way)];
        return marked(
          labels.others.label,
          escapeMarkdown(
            `${stop(data.name)} ${stop(data.payer)} ${told
              .filter((text) => text !== undefined)
              .map(stop)
              .join(' ')}`,
          ),
          to(source),
        );
      }),
    ),
  ],
  'self-check': ({ guide, ours, to, entryOf, restsOn }) => [
    '## Questions',
    ...guide.questions.map(({ data }) =>
      ours(
        data.ask,
        `${kindLabel(guide, entryOf(data.about).kind)}: ${to(entryOf(data.about))}`,
        ...ANSWERS.flatMap((answer) => (answer === 'unknown' ? [] : [escapeMarkdown(`${ANSWER_WORDS[answer]}: ${data.looks[answer]}`)])),
        escapeMarkdown(`To talk about: ${data.talk}`),
        [escapeMarkdown(stop(capital(`because ${data.because}`))), restsOn(data.from.split(/\s+/), 'pages/self-check')].join(' '),
      ),
    ),
  ],
  data: ({ fileFor }) => [
    '## Files',
    bullets(DATA_FILES.map(({ path, name, what }) => `${anchor(name, fileFor(path))}: ${escapeMarkdown(what)}`)),
  ],
  'evidence/the-paper': ({ guide, labels, sentencesText }) => [
    '## The sentences',
    ...guide.study.data.sentences.map(({ id, gist }) => marked(labels.paper.label, escapeMarkdown(gist), sentencesText([id]))),
  ],
};

/** the findings that a reader may act on, by the sentence that names them */
function actions(write: Writer): string[] {
  const { guide, about, labels, ours, to, sentencesText } = write;
  const { title, kind } = about.actions;
  const findings = guide.findings.filter((f) => f.kind === kind);
  if (findings.length === 0) return [];
  return [
    `## ${escapeMarkdown(title)}`,
    ours(about.kinds[kind].division),
    bullets(findings.map((f) => marked(labels.paper.label, to(f), sentencesText(about.kinds[kind].at)))),
  ];
}
