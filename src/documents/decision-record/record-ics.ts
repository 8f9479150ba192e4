import ICAL from 'ical.js';
import { slug, stop } from '../../lib/text.ts';
import { linkTarget } from '../text/link-target.ts';
import { linesOf, tidyLine } from '../text/texts.ts';
import type { ChoiceView, RecordView } from './view.ts';
import { FIELD_LABELS } from './wording.ts';

/** Nine in the morning, a week before the day. */
const ALARM = '-P6DT15H';

// lines have at most 75 octets, and the library does not count the space that goes on with one
ICAL.foldLength = 74;

/** What makes an entry the same one when it is saved again, and when it was saved. */
export interface Stamp {
  /** the id of the record; it stays the same when the record changes */
  id: string;
  now: Date;
}

/**
 * The review of a record as an entry for a calendar, all day. Saved again with the same id it replaces the one before.
 *
 * @throws where the record has no day of review: there is nothing to put into a calendar
 */
export function recordIcs(view: RecordView, { id, now }: Stamp): string {
  if (!view.reviewDate) throw new Error('A record without a review date has no entry for a calendar.');
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', `-//${tidyLine(view.guide)}//Decision record//EN`);
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');

  const event = new ICAL.Component('vevent');
  const day = ICAL.Time.fromDateString(view.reviewDate);
  const dayAfter = day.clone();
  dayAfter.adjust(1, 0, 0, 0);
  const summary = tidyLine(`Review: ${view.title}`);
  const address = linkTarget(view.address);
  // unlike that of any other entry, whoever made it: the record's id among the records of this guide
  event.updatePropertyWithValue('uid', `${tidyLine(id)}@${['decision-record', slug(view.guide)].filter(Boolean).join('.')}`);
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
  // grows with time, so that a calendar takes the later of two
  event.updatePropertyWithValue('sequence', Math.floor(now.getTime() / 60_000));
  event.updatePropertyWithValue('dtstart', day);
  event.updatePropertyWithValue('dtend', dayAfter);
  event.updatePropertyWithValue('summary', summary);
  event.updatePropertyWithValue('description', describe(view));
  if (address) event.updatePropertyWithValue('url', address);
  // it takes no time from the day
  event.updatePropertyWithValue('transp', 'TRANSPARENT');
  event.addSubcomponent(alarmOf(summary));
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

function alarmOf(summary: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm');
  alarm.updatePropertyWithValue('action', 'DISPLAY');
  alarm.updatePropertyWithValue('description', summary);
  alarm.updatePropertyWithValue('trigger', ICAL.Duration.fromString(ALARM));
  return alarm;
}

const text = (written: string): string => linesOf(written).join('\n');

/** A response with the team's words; what is empty is left out. */
const responseText = (choice: ChoiceView, i: number): string =>
  [
    `${i + 1}. ${stop(tidyLine(choice.title))}`,
    ...(['owner', 'step', 'by', 'sign', 'stop'] as const)
      .map((name) => ({ label: FIELD_LABELS[name], words: text(choice[name]) }))
      .filter(({ words }) => words !== '')
      .map(({ label, words }) => `${label}: ${words}`),
  ].join('\n');

/** What a team wants to have at hand at its review: what was open, who promised what, what to look for. */
function describe(view: RecordView): string {
  const parts = [
    text(view.coverage),
    ...view.choices.map(responseText),
    `All words about the responses are the team’s. What they rest on, and whose judgment that is: ${tidyLine(view.address)}`,
    `${stop(tidyLine(view.guide))} ${tidyLine(view.basis)}`,
  ];
  return parts.filter(Boolean).join('\n\n');
}
