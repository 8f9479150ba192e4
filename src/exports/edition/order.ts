import { entriesOf, hasPage, usedKinds } from '../../guide/entries.ts';
import type { Kind } from '../../guide/kinds.ts';
import { kindTitle, titleOf } from '../../guide/labels.ts';
import type { Entry, Guide, Page } from '../../guide/types.ts';

/** A chapter of the whole guide as one text. */
export interface Chapter {
  title: string;
  entries: readonly Entry[];
}

/** Pages that stand for something of the site alone, by id, and why an edition that is read from front to back leaves them out. */
const SITE_ONLY: Readonly<Record<string, string>> = {
  home: 'leads into the site',
  evidence: 'leads to pages, which follow one another here',
  find: 'answers what a reader ticks',
  'find/compare': 'sets side by side what a reader chooses',
  'find/plan': 'keeps what a reader writes',
  plan: 'leads to tools',
  search: 'answers what a reader types',
  links: 'lists the links, each of which stands here',
  cases: 'lists the cases, each of which stands here',
  'cases/compare': 'sets side by side what a reader chooses',
  documents: 'lists the documents, each of which stands here',
  figures: 'lists the figures, each of which stands here',
  sources: 'lists the sources, each of which stands here',
  teach: 'lists the lessons, each of which stands here',
  'teach/downloads': 'lists files of the site',
  'teach/spot-the-inference': 'answers what a reader marks',
  data: 'lists files of the site',
  'take-along': 'lists files of the site',
  'evidence/status': 'lists the days on which pages of the site were read',
  'about/accessibility': 'tells how the site is built',
};

/**
 * The whole guide in reading order: first what it comes to and how to read it, then the study, what is said of each finding, what
 * real programs show, what to take along and teach, and at the end what all of it rests on. A chapter without entries is left
 * out. A page that none names stands before what is about the guide.
 */
export function chaptersOf(guide: Guide): Chapter[] {
  const shown = (entry: Entry | undefined): entry is Entry => entry !== undefined && hasPage(entry);
  const pages = (...ids: string[]): Entry[] => ids.map((id) => guide.entries.get(`pages/${id}`)).filter(shown);
  const all = (kind: Kind): Entry[] => entriesOf(guide, kind).filter(shown);
  const page = (id: string): Chapter[] => pages(id).map((entry) => ({ title: titleOf(entry), entries: [entry] }));
  const kind = (one: Kind, ...beside: Entry[]): Chapter => ({ title: kindTitle(guide, one), entries: [...all(one), ...beside] });
  const front = ['brief', 'about/voices', 'story', 'evidence/the-paper'].flatMap(page);
  const middle: Chapter[] = [
    ...usedKinds(guide).map((one) => kind(one)),
    { title: kindTitle(guide, 'links'), entries: [...pages('matrix'), ...all('links')] },
    kind('cases', ...pages('cases/together')),
    ...['money', 'evidence/since-the-interviews', 'evidence/how-sure', 'evidence/disagreements'].flatMap(page),
    kind('figures'),
    kind('documents'),
    ...page('self-check'),
    kind('lessons', ...pages('teach/quiz', 'teach/dispute')),
  ];
  const back = [kind('sources'), ...page('glossary')];
  const told = new Set([...front, ...middle, ...back].flatMap(({ entries }) => entries));
  const isAbout = ({ id }: Page): boolean => id === 'about' || id.startsWith('about/');
  const others = guide.pages.filter((one) => shown(one) && !told.has(one) && !Object.hasOwn(SITE_ONLY, one.id));
  const about = others.filter(isAbout);
  return [
    ...front,
    ...middle,
    ...others.filter((one) => !isAbout(one)).map((one) => ({ title: titleOf(one), entries: [one] })),
    { title: about[0] ? titleOf(about[0]) : '', entries: about },
    ...back,
  ].filter(({ entries }) => entries.length > 0);
}

/** Pages that an edition read from front to back leaves out, each with the reason. */
export const leftOutOf = (guide: Guide): { entry: Page; why: string }[] =>
  guide.pages.flatMap((entry) => {
    const why = Object.hasOwn(SITE_ONLY, entry.id) ? SITE_ONLY[entry.id] : undefined;
    return why === undefined ? [] : [{ entry, why }];
  });
