import { ANSWERS } from '../../lib/answers.ts';
import { leftOut, type Notes, notes } from '../text/notes.ts';
import { field, fieldReader, isFields, isId } from '../text/read-fields.ts';
import { distinct, type Named } from '../text/read-list.ts';
import { oneLine } from '../text/texts.ts';
import { type Chair, emptyChair, type Given, LIMITS, MOST_CHAIRS, MOST_QUESTIONS, type SelfCheck } from './chair.ts';

const CHAIR_FIELDS = ['role', 'answers'];
const GIVEN_FIELDS = ['question', 'wording', 'answer', 'note'];

/** Views, and what of the value did not go into them, in plain sentences. */
export interface ReadChairs {
  chairs: Chair[];
  left: string[];
}

/**
 * Views out of whatever a file, a link or a browser's store gives. It takes only what it knows, into new objects, and cuts
 * what is too long. It never throws on what JSON can hold.
 *
 * @param value what `JSON.parse` made: a list of views
 * @returns the views and what was left out; nothing where no view can be read
 */
export function readChairs(value: unknown): ReadChairs | undefined {
  if (!Array.isArray(value)) return undefined;
  const left = notes();
  const chairs: Chair[] = [];
  value.slice(0, MOST_CHAIRS).forEach((one, i) => {
    const part = `View ${i + 1}`;
    if (isFields(one) && Array.isArray(field(one, 'answers'))) chairs.push(chairOf(one, part, left));
    else left.add(`${part} could not be read and was left out.`);
  });
  const over = value.length - MOST_CHAIRS;
  if (over > 0) left.add(`Only the first ${MOST_CHAIRS} views were taken; ${over} ${over === 1 ? 'was' : 'were'} left out.`);
  return chairs.length > 0 ? { chairs, left: left.all() } : undefined;
}

/** What a browser keeps: the views, and which of them the form shows. Nothing where one of them can't be read: it would be lost. */
export function readCheck(value: unknown): SelfCheck | undefined {
  if (!isFields(value)) return undefined;
  const kept = field(value, 'chairs');
  const read = readChairs(kept);
  if (!read || read.chairs.length !== (kept as unknown[]).length) return undefined;
  const own = field(value, 'own');
  return { chairs: read.chairs, own: typeof own === 'number' && read.chairs[own] ? own : 0 };
}

function chairOf(value: Readonly<Record<string, unknown>>, part: string, left: Notes): Chair {
  const read = fieldReader(value, part, left);
  const chair: Chair = {
    ...emptyChair(),
    role: oneLine(read.text('role', LIMITS.role)),
    answers: distinct(read.list('answers'), MOST_QUESTIONS, ['Answer', 'answers'], left, (given, name) =>
      givenOf(given, `${name} of ${part.toLowerCase()}`, left),
    ),
  };
  read.only(CHAIR_FIELDS);
  return chair;
}

function givenOf(value: unknown, part: string, left: Notes): Named<Given> | undefined {
  const question = isFields(value) ? field(value, 'question') : undefined;
  if (!isFields(value) || !isId(question)) {
    left.add(`${part} names no question and was left out.`);
    return undefined;
  }
  const word = field(value, 'answer') ?? '';
  const answer = word === '' ? '' : ANSWERS.find((known) => known === word);
  if (answer === undefined) left.add(`${part} is no answer that is known and was ${leftOut(word)}`);
  const read = fieldReader(value, part, left);
  const wording = field(value, 'wording');
  const given: Given = {
    question,
    wording: typeof wording === 'string' && /^[0-9a-z]{3}$/.test(wording) ? wording : '',
    answer: answer ?? '',
    note: read.text('note', LIMITS.note),
  };
  read.only(GIVEN_FIELDS);
  return { id: question, item: given };
}
