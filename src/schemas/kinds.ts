import { keysOf, recordOf } from '../lib/records.ts';

/** The kinds of finding, in the order of the argument: what is wrong, what was gained, where it shows, what can be done. */
export const FINDING_KINDS = ['challenges', 'benefits', 'gaps', 'strategies', 'practices', 'recommendations'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What is the same for every kind of finding, under the name of each. */
export const ofFindings = <T>(same: T) => recordOf(FINDING_KINDS, () => same);

/** What a source speaks of where it bears on a link: of both ends together, or of one of them, so that the pairing is ours. */
export const SPEAKS_OF = ['pair', 'one-end'] as const;
export type SpeaksOf = (typeof SPEAKS_OF)[number];

/** Kinds of evidence, from a study of its own to a rule of a program; what the press, an advocate or a law firm tells of an event is a news report. */
export const EVIDENCE_KINDS = [
  'empirical study',
  'review',
  'consensus, framework or tool',
  'commentary or opinion',
  'news report',
  'own account of a program',
  'official record or program terms',
] as const;

/** What a source can be as a publication; what each format calls it stands in `src/exports/item-types.ts`. */
export const PUBLICATION_TYPES = [
  'journal article',
  'news article',
  'book',
  'report',
  'web page',
  'blog post',
  'law',
  'court ruling',
] as const;
export type PublicationType = (typeof PUBLICATION_TYPES)[number];

/**
 * The figures that can be drawn, with the words of its own that each one shows. What a figure says stands in a file of
 * `content/figures`; how it is drawn, in a folder of `src/charts`.
 */
export const FIGURE_WORDS = {
  'four-voices': ['paper', 'paper-note', 'others', 'others-note', 'editors', 'editors-note', 'closed', 'closed-note', 'none'],
  'link-matrix': [],
  pathways: [],
  literature: ['empty'],
  tension: ['outside', 'inside'],
  'two-calendars': [],
  study: ['gathered', 'published', 'missing', 'missing-note'],
  payers: ['empty'],
  sums: ['axis'],
  since: ['looked'],
  'voice-bar': [],
  coverage: [],
} as const satisfies Record<string, readonly string[]>;
export type FigureId = keyof typeof FIGURE_WORDS;
export const FIGURES = keysOf(FIGURE_WORDS);
export const isFigureId = (id: string): id is FigureId => (FIGURES as readonly string[]).includes(id);

export const isFindingKind = (kind: string): kind is FindingKind => (FINDING_KINDS as readonly string[]).includes(kind);
