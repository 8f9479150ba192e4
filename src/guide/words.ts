import { listed, stop } from '../lib/text.ts';
import { dayOf, isShown } from './entries.ts';
import type { Entry, Guide, Lesson, Source } from './types.ts';

/**
 * Sentences that pages compose from data, apart from their markup, so that each can be tried on its whole range. A
 * sentence says no more than its data: docs/sentences.md lists them all.
 */

/** What everyone who quotes the guide is asked to keep. */
export const keepText = ({ about }: Guide): string =>
  `Please keep the mark of each statement. A statement marked “${about.voices.editors.label}” is the editors’ and nobody has tested it: without its mark it looks like a finding of the study, and is none.`;

/** Where an objection goes, before its address; a guide that names none says so. */
export const objectionsWords = ({ objections }: Guide['about']): string =>
  objections
    ? 'Send it to'
    : 'This copy of the guide names no address for objections. Send yours to whoever runs the site where you read it.';

/** Entries that carry the day somebody last reviewed or judged them, the earliest first. */
export function datedEntries({ entries }: Pick<Guide, 'entries'>): { entry: Entry; day: string }[] {
  const dated = [...entries.values()].flatMap((entry) => {
    const day = dayOf(entry);
    return day !== undefined && (entry.kind !== 'pages' || isShown(entry)) ? [{ entry, day }] : [];
  });
  return dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.entry.ref < b.entry.ref ? -1 : 1));
}

/** How many entries carry the earliest date of all. */
export function oldestWords(dated: readonly { day: string }[]): string {
  const [first] = dated;
  if (!first) return 'No entry carries a date of review or judgment.';
  const oldest = dated.filter(({ day }) => day === first.day).length;
  const which = 'date of review or judgment';
  if (oldest === dated.length)
    return `${dated.length === 1 ? 'The one entry carries the' : `All ${dated.length} entries carry the same`} ${which}, ${first.day}.`;
  return `${oldest} of ${dated.length} entries ${oldest === 1 ? 'carries' : 'carry'} the earliest ${which}, ${first.day}.`;
}

/** Whether a source's authors or data are those of the study, as far as its record can tell. */
export function overlapWords({ data }: Pick<Source, 'data'>): string {
  const note = data['overlap-note'];
  const told = {
    study: 'This is the study.',
    'same authors': 'The same authors as the study, so it is no independent support.',
    'none known': `None known.${data.authors.length === 0 ? ' The record names no author.' : data['et-al'] ? ' The record names the first authors only.' : ''}`,
  }[data.overlap];
  return note ? `${told} ${note}` : told;
}

/**
 * How many of several sources are by or about one organization, lest they look like so many witnesses: "4 of these 6 sources
 * are by or about Kaiser Permanente." Empty where no organization has that many.
 *
 * @param sources each once
 * @param least how many an organization must have to be named
 */
export function organizationsWords(sources: readonly Pick<Source, 'data'>[], least = 2): string {
  const named = sources.flatMap(({ data }) => data.organization ?? []);
  const several = [...Map.groupBy(named, (name) => name)]
    .map(([name, all]) => ({ name, count: all.length }))
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'));
  const [first] = several;
  if (!first) return '';
  if (first.count === sources.length) return `${first.count === 2 ? 'Both' : `All ${first.count}`} sources are by or about ${first.name}.`;
  const parts = several.map(
    ({ name, count }, i) => `${count}${i === 0 ? ` of these ${sources.length} sources are` : ''} by or about ${name}`,
  );
  return `${listed(parts)}.`;
}

/** What to have ready for a lesson, in a sentence; empty where nothing is needed. */
export const readyWords = ({ bring }: Pick<Lesson['data'], 'bring'>): string =>
  bring.length > 0 ? stop(`Have ready: ${bring.join('; ')}`) : '';

/** The link from a lesson to its questions on one page. */
export const answerThese = (count: number): string =>
  count === 1 ? 'Answer it on the page of the quiz' : `Answer these ${count} on one page`;
