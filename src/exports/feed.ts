import { officialAddress } from '../guide/addresses.ts';
import { dayOf, hasPage } from '../guide/entries.ts';
import { factOf } from '../guide/facts.ts';
import { tally, tallyText, titleOf } from '../guide/labels.ts';
import type { Entry, Guide } from '../guide/types.ts';
import { longDate, whenWords } from '../lib/dates.ts';
import { numbered, stop } from '../lib/text.ts';
import type { Voice } from '../lib/voices.ts';
import { addressesAt } from './addresses.ts';
import { editorsOf } from './citation.ts';
import { documentOf, el, type Xml } from './xml.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

/** An entry of the feed. Its id is its address, which is permanent. */
interface FeedEntry {
  id: string;
  title: string;
  day: string;
  /** whose it is: what changed, or what is told */
  voices: readonly Voice[];
  links: readonly Xml[];
  /** left out where the page says it */
  body?: Xml;
}

/** What was read or judged on a day: the pages, each with whose statements stand on it. */
function dayEntry(guide: Guide, day: string, pages: readonly Entry[], site: URL): FeedEntry {
  const { addressFor, fileFor } = addressesAt(site);
  const statements = pages.flatMap((page) => page.statements);
  const words = tallyText(guide.about, statements);
  return {
    id: `${fileFor('/changes.xml')}#${day}`,
    title: dayWords(day, pages.length),
    day,
    voices: tally(statements).map(({ voice }) => voice),
    links: [el('link', { rel: 'alternate', href: addressFor('pages/evidence/status') })],
    body: el(
      'div',
      { xmlns: XHTML },
      words !== '' && el('p', {}, `Statements on these pages: ${words}.`),
      el(
        'ul',
        {},
        ...pages.map((page) => {
          const own = tallyText(guide.about, page.statements);
          return el('li', {}, el('a', { href: addressFor(page.ref) }, titleOf(page)), own && `: ${own}`);
        }),
      ),
    ),
  };
}

/** "Read or judged on November 29, 2026: 12 pages". */
export const dayWords = (day: string, count: number): string => `Read or judged on ${longDate(day)}: ${numbered(count, 'page', 'pages')}`;

/** Something that happened since the study, as a source tells it. */
function eventEntry(guide: Guide, { ref, data }: Guide['changes'][number], site: URL): FeedEntry {
  const address = addressesAt(site).addressFor(ref);
  const { source, finding } = factOf(guide, data.fact);
  const official = officialAddress(source)?.url;
  return {
    id: address,
    title: data.title,
    day: data.reviewed,
    voices: ['others'],
    links: [el('link', { rel: 'alternate', href: address }), ...(official ? [el('link', { rel: 'via', href: official })] : [])],
    body: el(
      'div',
      { xmlns: XHTML },
      el('p', {}, el('b', {}, `${guide.about.voices.others.label}.`), ` ${finding.text} (${source.data.short})`),
      el('p', {}, `When it happened: ${whenWords(data.date)}. ${stop(data.thread)}`),
    ),
  };
}

/** A heading such as "New words and sheets, November 29, 2026", or with "29 November 2026": the words, and the day it names. */
const DATED = /^(.+), ((?:[A-Z][a-z]+ \d{1,2}|\d{1,2} [A-Z][a-z]+),? \d{4})$/;

/** Editions, which the editors tell of under headings with a day; the words stand on the page. */
function editionEntries(guide: Guide, site: URL): FeedEntry[] {
  const page = guide.pages.find(({ id }) => id === 'about/changes');
  if (!page) return [];
  return page.fragments.flatMap(({ id, heading = '' }) => {
    const [, title, words = ''] = DATED.exec(heading) ?? [];
    const time = Date.parse(`${words} UTC`);
    if (!title || Number.isNaN(time)) return [];
    const address = addressesAt(site).addressFor(page.ref, id);
    return {
      id: address,
      title,
      day: new Date(time).toISOString().slice(0, 10),
      voices: ['editors' as const],
      links: [el('link', { rel: 'alternate', href: address })],
    };
  });
}

/**
 * `changes.xml`: what changed, as a feed (Atom, RFC 4287): what the editors tell of each edition, what happened since the study
 * and who tells it, and on which day which pages were read or judged. Each entry says whose the words are, as its categories.
 *
 * @param site the origin: ids and links of a feed must be whole
 */
export function feedXml(guide: Guide, site: URL): string {
  const { about } = guide;
  const { addressFor, fileFor } = addressesAt(site);
  const days = Map.groupBy([...guide.entries.values()].filter(hasPage), (entry) => dayOf(entry) ?? '');
  const entries = [
    ...editionEntries(guide, site),
    ...[...days].flatMap(([day, pages]) => (day ? [dayEntry(guide, day, pages, site)] : [])),
    ...guide.changes.map((change) => eventEntry(guide, change, site)),
  ].sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1));
  const time = (day: string): string => `${day}T00:00:00Z`;
  return documentOf(
    el(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': about.language },
      el('id', {}, fileFor('/changes.xml')),
      el('title', {}, about.name),
      el('subtitle', {}, `What changed. ${about.disclaimer}`),
      el('updated', {}, time(entries[0]?.day ?? guide.study.data.reviewed)),
      el('author', {}, el('name', {}, editorsOf(guide))),
      el('link', { rel: 'self', type: 'application/atom+xml', href: fileFor('/changes.xml') }),
      el('link', { rel: 'alternate', type: 'text/html', href: addressFor('pages/home') }),
      el('rights', {}, about.licences.text),
      ...entries.map(({ id, title, day, voices, links, body }) =>
        el(
          'entry',
          {},
          el('id', {}, id),
          el('title', {}, title),
          el('updated', {}, time(day)),
          ...voices.map((voice) => el('category', { term: voice, label: about.voices[voice].label })),
          ...links,
          body && el('content', { type: 'xhtml' }, body),
        ),
      ),
    ),
  );
}
