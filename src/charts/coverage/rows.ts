import { entryOf } from '../../guide/entries.ts';
import { sentenceLabel, titleOf } from '../../guide/labels.ts';
import { sentenceUses } from '../../guide/sentences.ts';
import type { Guide } from '../../guide/types.ts';

/** One use of a sentence by a statement; a sentence without any has one row that says so. */
export type CoverageRow = {
  id: string;
  sentence: string;
  sentence_name: string;
  gist: string;
  page: string;
  page_name: string;
  statement: string;
  voice: 'paper' | 'editors' | 'unknown';
  text: string;
};

export const COVERAGE_COLUMNS: Record<keyof CoverageRow, string> = {
  id: 'the sentence and the statement that rests on it',
  sentence: 'the sentence of the abstract: section and number',
  sentence_name: 'its place in words',
  gist: 'the sentence in our words',
  page: 'the page the statement stands on: kind and id',
  page_name: 'the name of that page',
  statement: 'the fragment of the statement; empty where nothing rests on the sentence',
  voice: 'paper passes on what the sentence says, editors infers from it, unknown where nothing rests on it',
  text: 'the statement without markup',
};

/** Sentence by sentence in the abstract's order: first what passes it on, then what is inferred from it. */
export const coverageRows = (guide: Guide): CoverageRow[] =>
  sentenceUses(guide).flatMap(({ sentence, paper, inferred }): CoverageRow[] => {
    const about = { sentence: sentence.id, sentence_name: sentenceLabel(sentence.id), gist: sentence.gist };
    const uses = [...paper, ...inferred].map(({ page, id, voice, text }) => ({
      id: `${sentence.id} ${page}#${id}`,
      ...about,
      page,
      page_name: titleOf(entryOf(guide, page)),
      statement: id,
      voice: voice as 'paper' | 'editors',
      text,
    }));
    const none = { id: sentence.id, ...about, page: '', page_name: '', statement: '', voice: 'unknown' as const, text: NOTHING };
    return uses.length > 0 ? uses : [none];
  });

/** What stands by a sentence that no statement rests on. */
export const NOTHING = 'No statement of this guide rests on it.';
