import { entryIn, openingOf } from '../../guide/entries.ts';
import { sentenceLabel } from '../../guide/labels.ts';
import { caseTable } from '../../guide/lesson-case.ts';
import { actLines, startsOf, termsOf } from '../../guide/teaching.ts';
import type { Block, Guide, Lesson, Part, Statement } from '../../guide/types.ts';
import { readyWords } from '../../guide/words.ts';
import { HAIRLINE_INK, INKS, VOICE_INKS } from '../../lib/inks.ts';
import { itemAt } from '../../lib/items.ts';
import { capital, inMinutes, stop } from '../../lib/text.ts';
import { type AddressFor, isWhole } from '../addresses.ts';
import { reference } from '../citation.ts';
import { el, type Xml } from '../xml.ts';

/** What must look apart where no style sheet of ours comes along. */
const CSS = `body{max-width:42em;margin:1em auto;padding:0 1em;font-family:sans-serif;line-height:1.5}h1,h2{line-height:1.2}
.says{margin:1em 0;padding-left:1em;border-left:3px solid #${INKS.muted}}.paper{border-left:3px solid #${VOICE_INKS.paper};font-family:serif}.others{border-left:3px dotted #${VOICE_INKS.others}}.editors{border-left:3px dashed #${VOICE_INKS.editors}}
.mark,.rests{margin:0;font-family:sans-serif;font-size:.9em}.do{margin:1em 0;padding:.5em 1em;border:1px solid #${INKS.edge};border-left:6px solid #${INKS.ink}}table{border-collapse:collapse}th,td{padding:.3em .8em .3em 0;border-bottom:1px solid #${HAIRLINE_INK};text-align:left}`;

/** A page that stands alone. */
function page(guide: Guide, title: string, ...children: readonly Xml[]): string {
  const root = el(
    'html',
    { lang: guide.about.language },
    el(
      'head',
      {},
      { xml: '<meta charset="utf-8"/>' },
      { xml: '<meta name="viewport" content="width=device-width, initial-scale=1"/>' },
      el('title', {}, title),
      { xml: `<style>${CSS}</style>` },
    ),
    el('body', {}, el('h1', {}, title), ...children),
  );
  return `<!doctype html>\n${root.xml}\n`;
}

/** Paragraphs, and items in a row as one list. */
function partsHtml(parts: readonly Part[]): Xml[] {
  const out: Xml[] = [];
  let items: Xml[] = [];
  const flush = (): void => {
    if (items.length > 0) out.push(el('ul', {}, ...items));
    items = [];
  };
  for (const { text, item } of parts) {
    if (item) items.push(el('li', {}, text));
    else {
      flush();
      out.push(el('p', {}, text));
    }
  }
  flush();
  return out;
}

const linkTo = (address: string, text: string): Xml | string =>
  isWhole(address) ? el('a', { href: address }, text) : `${text}: ${address}`;

function statementHtml({ about, entries }: Guide, statement: Statement, parts: readonly Part[], addressFor: AddressFor): Xml {
  const { voice, at, source, stance, because, where } = statement;
  const rests = [
    at.map(sentenceLabel).join('; '),
    source && `${entryIn({ entries }, 'sources', source).data.short} (${stance})`,
    because && capital(`because ${because.replace(/\.$/, '')}`),
    where?.replace(/\.$/, ''),
  ].filter((text) => text !== undefined && text !== '');
  return el(
    'div',
    { class: `says ${voice}` },
    el('p', { class: 'mark' }, el('b', {}, about.voices[voice].label)),
    ...partsHtml(parts),
    el(
      'p',
      { class: 'rests' },
      rests.length > 0 ? `${rests.join('. ')}. ` : '',
      linkTo(addressFor(statement.page, statement.id), 'In the guide'),
    ),
  );
}

function caseHtml({ data }: Lesson, { about }: Guide): Xml[] {
  const own = data.case;
  if (!own) return [];
  const { payers, projects, all } = caseTable(own);
  const row = (name: 'td' | 'th', cells: readonly string[]): Xml =>
    el('tr', {}, ...cells.map((text) => el(name, name === 'th' ? { scope: 'col' } : {}, text)));
  return [
    el('p', { class: 'mark' }, el('b', {}, about.voices.example.label)),
    el(
      'table',
      {},
      el('caption', {}, `${own.title}. ${own.note}`),
      el('thead', {}, row('th', ['Project', ...payers, 'People', 'Months', 'Who asked for it'])),
      el(
        'tbody',
        {},
        ...projects.map(({ name, about: what, numbers, months, wanted }) => row('td', [`${name}. ${what}`, ...numbers, months, wanted])),
        row('td', ['All', ...all, '', '']),
      ),
    ),
  ];
}

/** The rubric of a lesson. */
function rubricHtml({ data }: Lesson, { about }: Guide): Xml[] {
  if (!data.rubric) return [];
  const { title, levels, rows } = data.rubric;
  const row = (name: 'th' | 'td', cells: readonly string[]): Xml => el('tr', {}, ...cells.map((text) => el(name, {}, text)));
  return [
    el(
      'table',
      {},
      el('caption', {}, `${about.voices.editors.label}: ${title}`),
      el('thead', {}, row('th', ['Looks for', ...levels])),
      el('tbody', {}, ...rows.map((one) => row('td', [one.asks, ...one.levels]))),
    ),
  ];
}

const listHtml = (texts: readonly string[]): Xml[] => (texts.length > 0 ? [el('ul', {}, ...texts.map((text) => el('li', {}, text)))] : []);

/**
 * A lesson as a page for a learning platform: what the room sees, every statement with its mark.
 *
 * @returns HTML that is XML too
 */
export function lessonHtml(guide: Guide, lesson: Lesson, addressFor: AddressFor): string {
  const { data, blocks, statements } = lesson;
  const block = (one: Block): Xml[] => {
    if (one.type === 'statement') return [statementHtml(guide, one.statement, one.parts, addressFor)];
    if (one.type === 'activity')
      return [el('div', { class: 'do' }, el('p', { class: 'mark' }, el('b', {}, 'Do')), ...partsHtml(one.parts))];
    if (one.type === 'projects') return caseHtml(lesson, guide);
    if (one.type === 'rubric') return rubricHtml(lesson, guide);
    if (one.type !== 'figure') return [];
    const figure = entryIn(guide, 'figures', one.figure);
    const answer = openingOf(figure);
    return [
      el(
        'p',
        {},
        'Figure. ',
        `${guide.about.voices[answer.voice].label}: ${answer.text} `,
        linkTo(addressFor(figure.ref), figure.data.title),
      ),
    ];
  };
  return page(
    guide,
    data.title,
    el('p', {}, `${inMinutes(data.minutes)}. ${data.description}`),
    el('h2', {}, 'Questions'),
    el('ul', {}, ...data.questions.map((question) => el('li', {}, question))),
    el('h2', {}, 'Objectives'),
    el('ul', {}, ...data.objectives.map(({ can }) => el('li', {}, stop(can)))),
    ...(data.terms.length > 0 ? [el('h2', {}, 'Words')] : []),
    ...listHtml(termsOf(guide, lesson).map((term) => `${term.data.term}: ${term.data.definition}`)),
    ...data.steps.flatMap(({ title, minutes }) => [
      el('h2', {}, `${title} (${inMinutes(minutes)})`),
      ...blocks.filter(({ section }) => section === title).flatMap(block),
    ]),
    el('h2', {}, 'Key points'),
    ...statements
      .filter(({ section }) => section === '')
      .map((point) => statementHtml(guide, point, [{ text: point.text, item: false }], addressFor)),
    el(
      'p',
      {},
      `About: ${reference(guide.study)} ${guide.about.disclaimer} Text ${guide.about.licences.text}. `,
      linkTo(addressFor(lesson.ref), 'This lesson in the guide'),
    ),
  );
}

/** The notes for whoever teaches, as a page of its own. */
export function notesHtml(guide: Guide, lesson: Lesson, addressFor: AddressFor): string {
  const { data, blocks } = lesson;
  const starts = startsOf(lesson);
  return page(
    guide,
    `For whoever teaches: ${data.title}`,
    el('p', {}, `${capital(stop(data.group))} ${readyWords(data)}`.trim()),
    ...data.steps.flatMap(({ title, minutes }, i) => [
      el('h2', {}, title),
      el('p', {}, `Minute ${starts[i]} to ${itemAt(starts, i) + minutes}.`),
      ...listHtml(actLines(lesson, i)),
      ...blocks.filter((one) => one.section === title).flatMap((one) => (one.type === 'facilitator' ? partsHtml(one.parts) : [])),
    ]),
    el('h2', {}, 'Before they leave'),
    el('p', {}, `${data['check-out'].ask} Listen for: ${stop(data['check-out']['listen-for'])}`),
    el('p', {}, linkTo(addressFor(lesson.ref), 'This lesson in the guide')),
  );
}
