import { chartOf } from '../charts/charts.ts';
import { cited } from '../guide/cited.ts';
import { authorsOf, hasPage, kindLabel, officialAddress, passageOf, sentenceLabel, shortOf, titleOf, usedKinds } from '../guide/labels.ts';
import { grid, isJudged, type JudgedLink, linksOf, paperPairsNone } from '../guide/links.ts';
import { literatureOn } from '../guide/literature.ts';
import { LINKED_FROM, PAIRINGS } from '../guide/relations.ts';
import { audiencesOf, domainsOf } from '../guide/teaching.ts';
import type { Entry, Figure, Finding, Guide, Lesson, Link, Page, Source, Statement } from '../guide/types.ts';
import { capital, listed, stop } from '../lib/text.ts';
import { addressOf } from '../lib/urls.ts';
import { isFindingKind, type Stance } from '../schemas/kinds.ts';
import { CHECK_ANSWERS } from '../schemas/question.ts';
import { ANSWER_WORDS } from '../self-check/words.ts';
import { reference } from './citation.ts';
import { type Addresses, DATA_FILES, keepText, paragraphsOf } from './guide-json.ts';

/** Entries that have a twin: those with a page of their own. */
export const twinned = (guide: Guide): Entry[] => [...guide.entries.values()].filter(hasPage);

/** The path of an entry's Markdown twin in the site: /gaps/careers/ has /gaps/careers.md, the home page /index.md. */
export const twinPath = (ref: string): string => `${addressOf(ref).replace(/\/$/, '') || '/index'}.md`;

/** A text in which Markdown takes no character for a command, on one line. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#~|]|&(?=[#\w]+;)/g, '\\$&');

/** A text with the words of its mark in front and what it rests on under it, all in one paragraph: cut out, it keeps both. */
const marked = (label: string, text: string, ...under: (string | undefined | false)[]): string =>
  [`**${escapeMarkdown(label)}.** ${text}`, ...under.filter(Boolean)].join('\\\n');

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
const anchor = (text: string, address: string): string => `[${escapeMarkdown(text)}](${/[()\s]/.test(address) ? `<${address}>` : address})`;

/**
 * An entry with a page as Markdown: the same statements in the same order, each with the words of its mark, and what the
 * build adds to the page from other files. Text is plain: emphasis and links inside a statement are left out.
 */
export function entryMarkdown(guide: Guide, entry: Entry, addresses: Addresses): string {
  const write = writer(guide, addresses);
  const { data } = entry;
  const parts =
    'how' in data
      ? write.figure(entry as Figure)
      : 'recognise' in data
        ? write.finding(entry as Finding)
        : 'state' in data
          ? write.link(entry as JudgedLink)
          : 'steps' in data
            ? write.lesson(entry as Lesson)
            : 'description' in data
              ? write.page(entry as Page)
              : write.source(entry as Source);
  return `${[...parts, ...write.foot(entry)].filter(Boolean).join('\n\n')}\n`;
}

function writer(guide: Guide, { addressFor, fileFor }: Addresses) {
  const { about } = guide;
  const labels = about.voices;
  /** what is the editors' and no statement: questions, suggestions, text about the guide */
  const ours = (text: string, ...under: string[]) => marked(capital(labels.editors.possessive), escapeMarkdown(text), ...under);
  const to = (entry: Entry, text = titleOf(entry)) => anchor(text, addressFor(entry.ref));
  const sourceOf = (id: string) => guide.entries.get(`sources/${id}`) as Source;
  const entryOf = (ref: string) => guide.entries.get(ref) as Entry;
  const place = officialAddress(guide.study)?.name;
  const pairsNone = paperPairsNone(guide);

  const sentencesText = (at: readonly string[]): string | false =>
    at.length > 0 &&
    stop(
      at
        .map((id) => {
          const sentence = guide.sentences.get(id);
          return sentence && `${sentenceLabel(id)} (${anchor(`read it on ${place}`, passageOf(guide.study, sentence))})`;
        })
        .filter(Boolean)
        .join('; '),
    );

  const restsOn = (from: readonly string[], page: string): string | false =>
    from.length > 0 &&
    `Rests on ${from
      .map((part) => {
        if (guide.sentences.has(part)) return anchor(sentenceLabel(part), addressFor('pages/evidence/the-paper', part));
        const [ref, id] = part.split('#') as [string, string | undefined];
        if (ref === '') return anchor('another statement of this page', addressFor(page, id));
        const entry = entryOf(ref.includes('/') ? ref : `sources/${ref}`);
        return anchor(titleOf(entry), addressFor(entry.ref, id));
      })
      .join(', ')}.`;

  /** whose a feedback is and where it stands */
  const witness = (from: string): string => {
    const { voice, label, ref, fragment } = cited(guide, from);
    return `${escapeMarkdown(labels[voice].label)}: ${anchor(label, addressFor(ref, fragment))}`;
  };

  const sourceText = (id: string, stance: Stance): string => {
    const source = sourceOf(id);
    const { kind, read, overlap } = source.data;
    const note = overlap === 'same authors' ? '; the same authors as the study, so no independent support' : '';
    return `${to(source)}. ${escapeMarkdown(`${capital(kind)}. Read: ${read}. ${capital(stance)}${note}.`)}`;
  };

  const statement = ({ voice, text, at, from, because, source, stance, where, page }: Statement): string =>
    marked(
      labels[voice].label,
      escapeMarkdown(text),
      sentencesText(at),
      source !== undefined && stance !== undefined && sourceText(source, stance),
      [because && escapeMarkdown(stop(capital(`because ${because}`))), restsOn(from, page)].filter(Boolean).join(' '),
      where && escapeMarkdown(where),
    );

  /** statements under their headings */
  const body = (statements: readonly Statement[], level = '##'): string[] =>
    statements.flatMap((s, i) => [
      ...(s.section && s.section !== statements[i - 1]?.section ? [`${level} ${escapeMarkdown(s.section)}`] : []),
      statement(s),
    ]);

  const linkMark = ({ data }: Link): string =>
    [about.links.states[data.state].label, ...('voice' in data ? [labels[data.voice].label.toLowerCase()] : [])].join(', ');

  const next = (relations: readonly { to: string; why: string }[]): string[] =>
    relations.length === 0
      ? []
      : [
          '## Read next',
          bullets(relations.map(({ to: ref, why }) => ours(why, `${kindLabel(guide, entryOf(ref).kind)}: ${to(entryOf(ref))}`))),
        ];

  const head = (entry: Entry, title: string, facts: readonly (string | false)[]): string[] => [
    `# ${escapeMarkdown(title)}`,
    bullets([`Page: ${anchor(addressFor(entry.ref), addressFor(entry.ref))}`, ...facts.filter((fact) => fact !== false)]),
  ];

  const groups = (entry: Finding): string[] =>
    linksOf(guide, entry, ({ data }) => data.title).flatMap(({ heading, open, closed, unjudged }) => {
      const line = (link: JudgedLink, other: Finding) =>
        marked(
          linkMark(link),
          `${to(other)}: ${escapeMarkdown(link.data.reason)}`,
          `${labels.editors.label} what speaks against it: ${escapeMarkdown(link.data.against)}`,
          link.data.sources.length > 0 &&
            `Sources: ${link.data.sources.map(({ source, stance }) => `${to(sourceOf(source))} (${stance})`).join(', ')}.`,
          anchor('All about this link', addressFor(link.ref)),
        );
      return [
        `## ${escapeMarkdown(heading)}`,
        ours(
          `${pairsNone ? 'The abstract pairs none of these. ' : ''}Each link is ours or another publication’s, in that case named; others’ come first, then by title. None is ranked.`,
        ),
        open.length > 0 && bullets(open.map(({ link, other }) => line(link, other))),
        closed.length > 0 && '### Considered and not linked',
        closed.length > 0 && bullets(closed.map(({ link, other }) => line(link, other))),
        unjudged.length > 0 && '### Not judged',
        unjudged.length > 0 &&
          bullets(unjudged.map(({ link, other }) => marked(linkMark(link), `${to(other)}: ${escapeMarkdown(link.data.reason)}`))),
      ].filter((part) => part !== false);
    });

  const literature = (entry: Finding): string[] => {
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
  };

  /** where the guide lets a source speak */
  const usedBy = (entry: Source): string[] => {
    const arriving = guide.backlinks.get(entry.ref) ?? [];
    if (arriving.length === 0 || entry === guide.study) return [];
    return [
      '## Where the guide uses this',
      bullets(
        arriving.map(({ from, relation, reason, voice, statement: id }) =>
          marked(
            labels[voice].label,
            escapeMarkdown(reason),
            `${kindLabel(guide, entryOf(from).kind)}, ${relation.toLowerCase()}: ${anchor(titleOf(entryOf(from)), addressFor(from, id))}`,
          ),
        ),
      ),
    ];
  };

  const actions = (): string[] => {
    const { title, kind } = about.actions;
    const findings = guide.findings.filter((f) => f.kind === kind);
    if (findings.length === 0) return [];
    return [
      `## ${escapeMarkdown(title)}`,
      ours(about.kinds[kind].division),
      bullets(findings.map((f) => marked(labels.paper.label, to(f), sentencesText(about.kinds[kind].at)))),
    ];
  };

  /** What the page shows beside its own text. */
  const computed: Record<string, () => string[]> = {
    home: () => [
      `## ${escapeMarkdown(about.recognise.title)}`,
      bullets(
        guide.findings
          .filter((f) => f.kind === about.recognise.kind)
          .map((f) => ours(f.data.recognise, `${kindLabel(guide, f.kind)}: ${to(f)}`)),
      ),
      ...actions(),
    ],
    brief: actions,
    sources: () => [
      '## All sources',
      bullets(
        guide.sources.map((s) => `${to(s)}: ${escapeMarkdown(`${stop(s.data.title)} ${capital(s.data.kind)}. Read: ${s.data.read}.`)}`),
      ),
    ],
    glossary: () => [
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
    links: () => [
      `## All ${about.links.many}`,
      bullets(
        guide.links.map((link) =>
          marked(linkMark(link), `${isJudged(link) ? to(link) : escapeMarkdown(titleOf(link))}. ${escapeMarkdown(link.data.reason)}`),
        ),
      ),
    ],
    matrix: () =>
      LINKED_FROM.flatMap((from) => {
        const { columns, rows } = grid(
          guide,
          from,
          PAIRINGS.filter((p) => p.from === from).map((p) => p.to),
        );
        if (rows.length === 0 || columns.length === 0) return [];
        const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
        return [
          `## ${escapeMarkdown(about.kinds[from].title)}`,
          [
            row(['', ...columns.map((column) => escapeMarkdown(shortOf(column)))]),
            row(['---', ...columns.map(() => '---')]),
            ...rows.map(({ row: finding, cells }) =>
              row([escapeMarkdown(shortOf(finding)), ...cells.map(({ link }) => (link ? escapeMarkdown(linkMark(link)) : ''))]),
            ),
          ].join('\n'),
        ];
      }),
    teach: () => [
      '## Lessons',
      bullets(guide.lessons.map((lesson) => ours(lesson.data.description, `Lesson, ${lesson.data.minutes} minutes: ${to(lesson)}`))),
    ],
    'teach/quiz': () =>
      guide.quiz.flatMap(({ data }, i) => [
        `## Question ${i + 1}`,
        ours(data.prompt),
        'choices' in data
          ? bullets(
              data.choices.map(({ text, right, feedback, from }) =>
                ours(`${right ? 'Right' : 'Not right'}: ${stop(text)} ${feedback}`, witness(from)),
              ),
            )
          : 'pairs' in data
            ? bullets(data.pairs.map(({ left, right, feedback, from }) => ours(`${left} ${stop(right)} ${feedback}`, witness(from))))
            : ours(`In this order: ${data.items.join('; ')}. ${data.feedback}`, witness(data.from)),
      ]),
    'self-check': () => [
      '## Questions',
      ...guide.questions.map(({ data }) =>
        ours(
          data.ask,
          `${kindLabel(guide, entryOf(data.about).kind)}: ${to(entryOf(data.about))}`,
          ...CHECK_ANSWERS.flatMap((answer) =>
            answer === 'unknown' ? [] : [escapeMarkdown(`${ANSWER_WORDS[answer]}: ${data.looks[answer]}`)],
          ),
          escapeMarkdown(`To talk about: ${data.talk}`),
          [escapeMarkdown(stop(capital(`because ${data.because}`))), restsOn(data.from.split(/\s+/), 'pages/self-check')].join(' '),
        ),
      ),
    ],
    data: () => ['## Files', bullets(DATA_FILES.map(({ path, name, what }) => `${anchor(name, fileFor(path))}: ${escapeMarkdown(what)}`))],
    'evidence/the-paper': () => [
      '## The sentences',
      ...guide.study.data.sentences.map(({ id, gist }) => marked(labels.paper.label, escapeMarkdown(gist), sentencesText([id]))),
    ],
  };

  return {
    finding: (entry: Finding): string[] => {
      const { data, kind, statements } = entry;
      const siblings = guide.findings.filter((f) => f.kind === kind);
      return [
        ...head(entry, data.title, [
          `Kind: ${kindLabel(guide, kind)}, ${siblings.indexOf(entry) + 1} of ${siblings.length}, ${escapeMarkdown(about.kinds[kind].for)}`,
          `Reviewed: ${data.reviewed}`,
        ]),
        ...body(statements),
        ...groups(entry),
        ...literature(entry),
        '## Questions to ask your own team',
        bullets(data.questions.map((question) => ours(question))),
        ...next([...(data['part-of'] ? [data['part-of']] : []), ...data.next]),
      ];
    },
    figure: (entry: Figure): string[] => {
      const { chart, rows, wording } = chartOf(guide, entry);
      const [answer, ...reading] = entry.statements as [Statement, ...Statement[]];
      const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [
        ...head(entry, entry.data.title, [
          `Picture: ${anchor('SVG', fileFor(`/figures/${entry.id}.svg`))}, ${anchor('PNG', fileFor(`/figures/${entry.id}.png`))}`,
          `Data: ${anchor('CSV', fileFor(`/figures/${entry.id}.csv`))}`,
          `Reviewed: ${entry.data.reviewed}`,
        ]),
        statement(answer),
        ours(entry.data.how),
        '## The same as a table',
        [
          row(chart.table.map(({ heading }) => escapeMarkdown(heading))),
          row(chart.table.map(() => '---')),
          ...rows.map((one) => row(chart.table.map(({ cell }) => escapeMarkdown(cell(one, wording).text)))),
        ].join('\n'),
        ...body(reading),
        ...next(entry.data.next),
      ];
    },
    link: (entry: JudgedLink): string[] => {
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
    },
    page: (entry: Page): string[] => [
      ...head(entry, entry.data.title, [`Reviewed: ${entry.data.reviewed}`]),
      ...(entry.data.voice === 'editors' ? paragraphsOf(entry.prose).map((text) => ours(text)) : body(entry.statements)),
      ...(computed[entry.id]?.() ?? []),
      ...next(entry.data.next),
    ],
    lesson: (entry: Lesson): string[] => {
      const { data } = entry;
      const names = (list: readonly { name: string }[]): string => escapeMarkdown(listed(list.map(({ name }) => name)));
      const sign = labels.example.label;
      const block = (one: Lesson['blocks'][number]): string[] => {
        if (one.type === 'statement') return [statement(one.statement)];
        if (one.type === 'projects')
          return (
            data.case?.projects.map(({ name, about: what, effort, months, wanted }) =>
              marked(
                sign,
                escapeMarkdown(
                  `${name}: ${stop(what)} People paid: ${effort
                    .map(({ payer, people }) => `${people} (${data.case?.payers.find(({ id }) => id === payer)?.name.toLowerCase()})`)
                    .join(', ')}. Money lasts: ${months === undefined ? 'no end' : `${months} months`}. Asked for by ${stop(wanted)}`,
                ),
              ),
            ) ?? []
          );
        if (one.type === 'figure') {
          const figure = entryOf(`figures/${one.figure}`) as Figure;
          const { voice, text } = figure.statements[0] as Statement;
          return [marked(labels[voice].label, escapeMarkdown(text), `Figure: ${to(figure)}`)];
        }
        const [first, ...rest] = one.parts.map((part) => escapeMarkdown(part.text));
        return [marked(DIRECTIONS[one.type], first ?? '', ...rest)];
      };
      return [
        ...head(entry, data.title, [
          `${data.minutes} minutes, for ${names(audiencesOf(guide, entry))}`,
          `Setting: ${escapeMarkdown(data.setting)}`,
          `Group: ${escapeMarkdown(data.group)}`,
          `Reviewed: ${data.reviewed}`,
        ]),
        '## Questions',
        ...data.questions.map((question) => ours(question)),
        '## Objectives',
        ...data.objectives.map((objective) => ours(stop(objective.can), `Mapped to: ${names(domainsOf(guide, [objective]))}`)),
        '## Before',
        ...data.before.map(({ to: ref, minutes, why }) => ours(why, `${to(entryOf(ref))}, ${minutes} minutes`)),
        ...data.bring.map((thing) => ours(`Bring: ${thing}`)),
        ...data.steps.flatMap(({ title, minutes }) => [
          `## ${escapeMarkdown(title)} (${minutes} minutes)`,
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
    },
    source: (entry: Source): string[] => {
      const { data } = entry;
      const url = officialAddress(entry)?.url;
      const fact = (name: string, value: string | undefined): string | false =>
        value !== undefined && value !== '' && `${name}: ${escapeMarkdown(value)}`;
      return [
        ...head(entry, data.short, [
          fact('Reference', reference(entry)),
          url !== undefined && `Official address: <${url}>`,
          fact('Authors', authorsOf(entry)),
          data.authors.length > 0 && fact('About the authors', data['authors-note']),
          fact('Kind', data.kind),
          fact('Design', data.design),
          fact('Setting', data.setting),
          fact('What we read', [stop(data.read), data['read-note']].filter(Boolean).join(' ')),
          fact(
            'Overlap',
            entry === guide.study
              ? 'this is the study'
              : [
                  data.overlap === 'same authors' ? 'the same authors as the study, so no independent support.' : 'none known.',
                  data['overlap-note'],
                ]
                  .filter(Boolean)
                  .join(' '),
          ),
          fact('Title', data['title-note']),
          fact('Note', data.note),
          `Record checked: ${data.reviewed}`,
        ]),
        ...(data.findings.length > 0 ? ['## What it says'] : []),
        ...data.findings.map(({ text, on, 'not-used': notUsed }) =>
          marked(
            labels.others.label,
            escapeMarkdown(text),
            ...on.map(
              ({ to: ref, stance, reason }) =>
                `${capital(stance)} ${to(entryOf(ref))}. ${labels.editors.label} how: ${escapeMarkdown(stop(reason))}`,
            ),
            notUsed && `Not used: ${escapeMarkdown(stop(notUsed))}`,
          ),
        ),
        ...(entry === guide.study
          ? [
              '## Sentences of its abstract',
              ...data.sentences.map(({ id, gist }) => marked(labels.paper.label, escapeMarkdown(gist), sentencesText([id]))),
            ]
          : []),
        ...usedBy(entry),
      ];
    },
    foot: (entry: Entry): string[] => [
      '---',
      bullets([
        `From: ${escapeMarkdown(`${about.name}. ${about.disclaimer} ${about['rests-on']}`)}`,
        ...(isFindingKind(entry.kind) ? [`Division: ${escapeMarkdown(about.kinds[entry.kind].division)}`] : []),
        `The study: ${escapeMarkdown(reference(guide.study))}`,
        `License of the text: ${anchor(about.licences.text, about.licences['text-address'])}`,
        escapeMarkdown(keepText(guide)),
      ]),
    ],
  };
}

/** The marks of what stands in a lesson and says nothing of the subject. */
const DIRECTIONS = { activity: 'Do', facilitator: 'For whoever teaches' } as const;

/** `/llms.txt`: what the guide is, how to quote it, and its pages as Markdown. */
export function llmsText(guide: Guide, { fileFor }: Addresses): string {
  const { about } = guide;
  const marks = Object.values(about.voices).map(({ label, meaning }) => `“${label}”: ${meaning}`);
  const pairsNone = paperPairsNone(guide);
  const line = (entry: Entry, title: string, what: string) => `- ${anchor(title, fileFor(twinPath(entry.ref)))}: ${escapeMarkdown(what)}`;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${escapeMarkdown(title)}`, lines.join('\n')];
  const pages = guide.pages.filter(hasPage);
  return `${[
    `# ${escapeMarkdown(about.name)}`,
    `> ${escapeMarkdown(`${about.description} ${about.disclaimer}`)}`,
    escapeMarkdown(
      [
        `This guide is about one study: ${stop(reference(guide.study))} ${about['rests-on']}`,
        `Every statement carries the mark of its voice. ${marks.join(' ')}`,
        `“${capital(about.voices.editors.possessive)}” stands before questions, suggestions and text about the guide.`,
        keepText(guide),
        ...(pairsNone
          ? [
              'The abstract pairs nothing: it names findings, and says of no two that the one answers the other. Every link is the editors’ or another publication’s, as its mark says.',
            ]
          : []),
        `The text is under ${about.licences.text}; cite the page you quote, and for what the study says the study itself.`,
        'Each file below is the twin of a page at the same address with a slash in place of .md; index.md is that of the home page.',
      ].join(' '),
    ),
    ...section(
      'Pages',
      pages.map((page) => line(page, page.data.title, page.data.description)),
    ),
    ...usedKinds(guide).flatMap((kind) =>
      section(
        about.kinds[kind].title,
        guide.findings
          .filter((f) => f.kind === kind)
          .map((f) => line(f, f.data.title, `${about.voices[f.data.answer.voice].label}: ${f.data.answer.text}`)),
      ),
    ),
    ...section(
      about.links.title,
      guide.links.filter(isJudged).map((link) => {
        const { state, voice, reason } = link.data;
        return line(link, titleOf(link), `${about.links.states[state].label}; ${about.voices[voice].label.toLowerCase()}: ${reason}`);
      }),
    ),
    ...section(
      'Figures',
      guide.figures.map((figure) => {
        const [answer] = figure.statements as [Statement];
        return line(figure, figure.data.title, `${about.voices[answer.voice].label}: ${answer.text}`);
      }),
    ),
    ...section(
      'Lessons',
      guide.lessons.map((lesson) => line(lesson, lesson.data.title, `${lesson.data.minutes} minutes. ${lesson.data.description}`)),
    ),
    ...section(
      'Sources',
      guide.sources.map((source) => line(source, source.data.short, `${stop(source.data.title)} ${capital(source.data.kind)}.`)),
    ),
    ...section(
      'Data',
      DATA_FILES.filter(({ path }) => path !== '/llms.txt').map(
        ({ path, name, what }) => `- ${anchor(name, fileFor(path))}: ${escapeMarkdown(what)}`,
      ),
    ),
  ].join('\n\n')}\n`;
}
