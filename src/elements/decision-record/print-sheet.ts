import { isTold } from '../../documents/challenge-finder/coverage.ts';
import type { ChoiceView, RecordView } from '../../documents/decision-record/view.ts';
import { FIELD_LABELS, HEADINGS, NONE, notLinked, SEEN, signers, WHOSE } from '../../documents/decision-record/wording.ts';
import { linesOf } from '../../documents/text/texts.ts';
import { element } from '../shared/dom.ts';
import type { MarkCopy } from './mark-copy.ts';

/** How many letters of reasons, cases against and sources the second sheet holds; with more of them the cases against stay in the guide. */
const ROOM = 3900;

/** A text of the team with its line breaks; a blank to write on where there is none. */
function written(text: string): HTMLElement {
  const made = element('span');
  made.className = text ? 'said' : 'blank';
  for (const [i, line] of linesOf(text).entries()) made.append(...(i > 0 ? [element('br')] : []), line);
  return made;
}

const labeled = (label: string, text: string, cls: string): HTMLElement => {
  const made = element('p', '', element('b', label), document.createTextNode(' '), written(text));
  made.className = cls;
  return made;
};

/** A form to fill in by hand has this many lines for gaps, and this many responses. */
const [GAP_LINES, RESPONSES] = [3, 2];
const NOTHING = { title: '', kind: '', why: '', owner: '', by: '', step: '', sign: '', stop: '' };
const repeated = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

/**
 * A record as two sheets of paper: what the team decided, and what the guide says about it. One in which nothing was chosen is
 * one sheet, a form to fill in by hand.
 *
 * @param mark gives the mark of a pair, in a shape and in words
 */
export function printSheet(view: RecordView, mark: MarkCopy): Node[] {
  const form = view.gaps.length + view.choices.length === 0;
  const gaps = view.gaps.length > 0 ? element('ul', '', ...view.gaps.map(({ title }) => element('li', title))) : element('p', NONE.gaps);
  const signed = element('div', '', ...signers(view.people).map((name) => element('p', name)));
  signed.className = 'signers';
  const first = element(
    'section',
    '',
    element('p', WHOSE),
    element('h2', HEADINGS.gaps),
    ...(form ? repeated(GAP_LINES, () => element('p', '', written(''))) : [gaps]),
    element('h2', HEADINGS.choices),
    ...(form
      ? repeated(RESPONSES, () => choice(NOTHING))
      : view.choices.length > 0
        ? view.choices.map(choice)
        : [element('p', NONE.choices)]),
    ...(view.coverage ? [element('h2', HEADINGS.open), element('p', view.coverage)] : []),
    labeled(HEADINGS.review, view.review, 'line'),
    labeled(HEADINGS.people, view.people, 'line'),
    signed,
  );
  const many =
    view.choices
      .flatMap(({ pairs }) => pairs.filter(isTold))
      .map(({ reason, against, sources }) => reason.length + against.length + sources.join('; ').length)
      .reduce((sum, letters) => sum + letters, 0) > ROOM;
  const credit = element(
    'p',
    `${view.choices.some(({ seen }) => seen.length > 0) ? `${SEEN} ` : ''}${view.guide}. ${view.basis} Content as of ${view.edition}. ${view.address}`,
  );
  (first.firstElementChild as HTMLElement).className = credit.className = 'small';
  const title = element('h1', view.title);
  if (form) {
    first.append(credit);
    return [title, first];
  }
  const second = element(
    'section',
    '',
    element('h2', HEADINGS.restsOn),
    ...view.choices.flatMap((one) => grounds(one, view, mark, many)),
    ...(many
      ? [element('p', 'There is too little room here to print what speaks against each pair. It stands with the pair in the guide.')]
      : []),
    ...(view.changes.length > 0
      ? [element('h2', HEADINGS.changes), element('ul', '', ...view.changes.map((text) => element('li', text)))]
      : []),
    credit,
  );
  return [title, first, second];
}

function choice({ title, kind, ...words }: Pick<ChoiceView, keyof typeof NOTHING>): HTMLElement {
  const name = title ? element('h3', title) : element('h3', '', written(''));
  if (kind) name.append(element('small', ` ${kind}`));
  const made = element(
    'div',
    '',
    name,
    labeled(FIELD_LABELS.why, words.why, 'whole'),
    labeled(FIELD_LABELS.owner, words.owner, 'half'),
    labeled(FIELD_LABELS.by, words.by, 'half'),
    labeled(FIELD_LABELS.step, words.step, 'whole'),
    labeled(FIELD_LABELS.sign, words.sign, 'half'),
    labeled(FIELD_LABELS.stop, words.stop, 'half'),
  );
  made.className = 'decided';
  return made;
}

function grounds({ title, pairs, seen }: ChoiceView, { againstLabel }: RecordView, mark: MarkCopy, many: boolean): Node[] {
  const told = pairs.filter(isTold);
  const closed = pairs.filter((pair) => !isTold(pair));
  return [
    element('h3', title),
    ...(pairs.length === 0 ? [element('p', NONE.pairs)] : []),
    ...told.map((pair) => {
      const made = element(
        'p',
        '',
        element('b', pair.gap),
        document.createTextNode(' '),
        mark(pair.state, pair.voice),
        document.createTextNode(`. ${pair.reason}`),
      );
      if (!many && pair.against) made.append(' ', element('b', `${againstLabel}:`), ` ${pair.against}`);
      if (pair.sources.length > 0) made.append(` Sources: ${pair.sources.join('; ')}.`);
      return made;
    }),
    ...(closed.length > 0 ? [element('p', notLinked(closed))] : []),
    ...(seen.length > 0
      ? [element('p', '', element('b', `${HEADINGS.seen}:`), document.createTextNode(` ${seen.map(({ text }) => text).join('; ')}.`))]
      : []),
  ];
}
