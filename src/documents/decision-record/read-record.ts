import { LINK_STATES } from '../../lib/link-states.ts';
import { PAIR_VOICES } from '../../lib/voices.ts';
import { leftOut, type Notes, notes } from '../text/notes.ts';
import { field, fieldReader, isFields, isId, isLinkId } from '../text/read-fields.ts';
import { distinct, type Named } from '../text/read-list.ts';
import {
  CHOICE_FIELDS,
  type Choice,
  type DecisionRecord,
  emptyChoice,
  emptyRecord,
  LIMITS,
  MOST,
  MOST_PAIRS,
  type Seen,
} from './record.ts';

/** A record, and what of the value did not go into it, in plain sentences. */
export interface ReadRecord {
  record: DecisionRecord;
  left: string[];
}

const SEEN_FIELDS = ['link', 'state', 'voice', 'judged'];

/**
 * A record out of whatever a file, a link or a browser's store gives. It takes only what it knows, into new objects, and
 * cuts what is too long. It never throws on what JSON can hold.
 *
 * @param value what `JSON.parse` made
 * @returns the record and what was left out; nothing where the value is no record at all, that is, has neither a list of
 * gaps nor one of choices
 */
export function readRecord(value: unknown): ReadRecord | undefined {
  if (!isFields(value)) return undefined;
  if (!Array.isArray(field(value, 'gaps')) && !Array.isArray(field(value, 'choices'))) return undefined;
  const left = notes();
  const read = fieldReader(value, '', left);
  const record: DecisionRecord = {
    title: read.text('title', LIMITS.title),
    gaps: distinct(read.list('gaps'), MOST, ['Gap', 'gaps'], left, (gap, part) => {
      if (isId(gap)) return { id: gap, item: gap };
      left.add(`${part} names no entry and was ${leftOut(gap)}`);
      return undefined;
    }),
    choices: distinct(read.list('choices'), MOST, ['Response', 'responses'], left, (choice, part) => choiceOf(choice, part, left)),
    review: read.day('review'),
    people: read.text('people', LIMITS.people),
    seen: distinct(read.list('seen'), MOST_PAIRS, ['Pair', 'pairs'], left, (pair, part) => pairOf(pair, part, left)),
  };
  read.only(Object.keys(emptyRecord()));
  return { record, left: left.all() };
}

function choiceOf(value: unknown, part: string, left: Notes): Named<Choice> | undefined {
  if (!isFields(value)) {
    left.add(`${part} could not be read and was left out.`);
    return undefined;
  }
  const id = field(value, 'response');
  if (!isId(id)) {
    left.add(`${part} names no entry and was ${leftOut(id)}`);
    return undefined;
  }
  const read = fieldReader(value, part, left);
  const choice = emptyChoice(id);
  for (const name of CHOICE_FIELDS) choice[name] = name === 'by' ? read.day(name) : read.text(name, LIMITS[name]);
  read.only(Object.keys(choice));
  return { id, item: choice };
}

function pairOf(value: unknown, part: string, left: Notes): Named<Seen> | undefined {
  if (!isFields(value)) {
    left.add(`${part} could not be read and was left out.`);
    return undefined;
  }
  const link = field(value, 'link');
  const state = LINK_STATES.find((known) => known === field(value, 'state'));
  const voice = PAIR_VOICES.find((known) => known === (field(value, 'voice') ?? ''));
  if (!isLinkId(link)) left.add(`${part} names no link and was ${leftOut(link)}`);
  else if (state === undefined) left.add(`${part} has no known state and was ${leftOut(field(value, 'state'))}`);
  else if (voice === undefined) left.add(`${part} has no known voice and was ${leftOut(field(value, 'voice'))}`);
  else {
    const read = fieldReader(value, part, left);
    const judged = read.day('judged');
    read.only(SEEN_FIELDS);
    return { id: link, item: { link, state, voice, judged } };
  }
  return undefined;
}
