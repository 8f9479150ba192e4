import type { Stance, Voice } from '../lib/voices.ts';
import type { GuideData } from '../schemas/guide.ts';
import type { FindingKind } from '../schemas/kinds.ts';
import type { Sentence } from '../schemas/source.ts';
import type { SynonymsData } from '../schemas/synonyms.ts';
import type { TeachingData } from '../schemas/teaching.ts';
import type { WordsData } from '../schemas/words.ts';
import type { DataOf, Kind, OtherKind } from './kinds.ts';
import type { Place } from './read/problem.ts';

/** A content file as read: its path from the project's root and its text. */
export interface ContentFile {
  path: string;
  text: string;
  /** why it could not be read, and what to do; its text is empty then */
  fault?: string;
}

/** What the check knows beside the files. */
export interface Around {
  /** the latest day it may be anywhere, `YYYY-MM-DD`; left out, no day is too late */
  today?: string;
  /** the addresses that the site's own templates take; left out, none is */
  routes?: Routes;
}

/** The routes of the site, as the check of content needs them (see `routesOf`). */
export interface Routes {
  /** ids of the pages that have a template of their own: each needs a file in content/pages */
  own: ReadonlySet<string>;
  /** first words of addresses that other parts of the site use */
  reserved: ReadonlySet<string>;
  /** the ids that the template of an address gives to its own parts, perhaps without those of one component */
  parts(address: string, without?: string): { has(id: string): boolean };
}

/** A mention inside a text: a link, a term, a citation or a count, with its place. */
export interface Mention {
  type: 'ref' | 'term' | 'cite' | 'count' | 'figure';
  /** `gaps/routines` for ref, `glossary/soft-money` for term, `sources/...` for cite, `figures/...` for figure, a name of `counts` for count */
  to: string;
  place: Place;
}

/** One idea with its voice: a voice block of a body, or an entry's answer. */
export interface Statement {
  /** unique in its page; its fragment */
  id: string;
  /** fragments of statements and headings that were taken into this one: their addresses lead here */
  formerly?: readonly string[];
  /** reference of the page it stands on, such as gaps/timetables */
  page: string;
  voice: Voice;
  /** the heading it stands under; empty for an answer */
  section: string;
  /** its text without markup; paragraphs and list items joined by spaces */
  text: string;
  /** paper: sentence ids */
  at: string[];
  /** editors: what it rests on, as written */
  from: string[];
  because?: string;
  source?: string;
  stance?: Stance;
  where?: string;
  mentions: Mention[];
  place: Place;
  /** the place of each attribute, for messages */
  attributes: Record<string, Place>;
}

/** A piece of a text: plain, or a link to an entry or to an official address. */
export type Run = string | { text: string; to: string } | { text: string; href: string };

/** A paragraph or a list item. */
export interface Part {
  /** without its links */
  text: string;
  item: boolean;
  /** with its links, where it has some */
  line?: readonly Run[] | undefined;
}

/** What stands in a body, in its order; `section` is the heading above, in a lesson the title of its step. */
export type Block =
  | { type: 'statement'; section: string; statement: Statement; parts: Part[] }
  /** a paragraph or a list of a page that is the editors' as a whole */
  | { type: 'text'; section: string; parts: Part[] }
  /** what learners do, and notes for whoever teaches: directions, which say nothing of the subject */
  | { type: 'activity' | 'facilitator'; section: string; id: string; parts: Part[]; place: Place }
  | { type: 'figure'; section: string; figure: string }
  /** the table of the lesson's case */
  | { type: 'projects'; section: string; place: Place }
  /** the table of the lesson's rubric */
  | { type: 'rubric'; section: string; place: Place };

interface Base<K extends Kind> {
  kind: K;
  id: string;
  /** kind and id: `gaps/timetables` */
  ref: string;
  data: DataOf[K];
  file: string;
  /** the place of a field by its path, such as `next.0.to`; of the file's start where the field is not written */
  at(path: string): Place;
  statements: Statement[];
  /** what stands in its body, in order; empty for a kind without one */
  blocks: Block[];
  /** mentions in plain prose of a page that is the editors' as a whole */
  mentions: Mention[];
  /** plain text of a page that is the editors' as a whole */
  prose: string;
  /** what its body gives an address to: voices, directions and headings, by id */
  fragments: readonly Fragment[];
}

/** A part of a body that has an address of its own. */
export interface Fragment {
  id: string;
  /** the words of a heading; undefined for a block, whose id its author chose */
  heading?: string;
  place: Place;
}

/** What an entry of some kinds holds beside what every entry does. */
interface More {
  /** a judged pair. Its ends stand in its id; they are undefined where one of them does not exist, which a rule refuses. */
  links: { ends?: LinkEnds | undefined };
}

/** An entry of one kind. */
export type EntryOf<K extends Kind> = Base<K> & (K extends keyof More ? More[K] : unknown);
/** Any entry: `kind` tells which. */
export type Entry = Finding | { [K in OtherKind]: EntryOf<K> }[OtherKind];

export type Finding = EntryOf<FindingKind>;
export type Link = EntryOf<'links'>;
export type Source = EntryOf<'sources'>;
/** A figure: what its drawing says. */
export type Figure = EntryOf<'figures'>;
/** A session that can be taught as it stands. */
export type Lesson = EntryOf<'lessons'>;
/** A question of the quiz. */
export type QuizQuestion = EntryOf<'quiz'>;
/** A question of the self-check. */
export type CheckQuestion = EntryOf<'questions'>;
export type Page = EntryOf<'pages'>;
/** The two findings of a link, in the order of its id. */
export interface LinkEnds {
  from: Finding;
  to: Finding;
}

/** Whole phrases in which people ask for an entry, and where they stand. */
export interface Asked {
  phrases: readonly string[];
  place: Place;
}

/** A link that arrives at an entry, with what it is for. */
export interface Backlink {
  /** the page it comes from */
  from: string;
  /** wording of the relation as the target sees it */
  relation: string;
  /** one sentence a reader sees */
  reason: string;
  voice: Voice;
  /** the statement that holds the link, where it is one */
  statement?: string;
}

/**
 * All entries of each kind that is no finding, under its name: links in the order of their ends, others in the order in which
 * they are listed.
 */
export type Lists = { readonly [K in OtherKind]: readonly EntryOf<K>[] };

export interface Guide extends Lists {
  about: GuideData;
  words: WordsData;
  /** undefined for a guide that teaches nothing */
  teaching: TeachingData | undefined;
  synonyms: SynonymsData;
  /** in which phrases people ask for an entry, by its reference; only search knows them */
  asked: ReadonlyMap<string, Asked>;
  entries: ReadonlyMap<string, Entry>;
  findings: readonly Finding[];
  /** what the guide counts, by name (see `countsOf`) */
  counts: ReadonlyMap<string, number>;
  study: Source;
  sentences: ReadonlyMap<string, Sentence>;
  /** all statements, in the order of kinds, entries and bodies */
  statements: readonly Statement[];
  /** by reference of the target */
  backlinks: ReadonlyMap<string, readonly Backlink[]>;
  /** old reference -> live reference */
  moved: ReadonlyMap<string, string>;
  /** references of files that could not be read: what points to them is not to blame, and nothing can be counted */
  broken: ReadonlySet<string>;
  around: Around;
  /** path of guide.yaml, for messages */
  file: string;
  /** changes with anything in the files that it was read from */
  digest: string;
}
