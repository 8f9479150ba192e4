import { hasDigit, writtenIn } from '../documents/site-search/query.ts';
import type { SearchData, SearchName } from '../documents/site-search/search-name.ts';
import { isShown, usedKinds } from '../guide/entries.ts';
import { kindLabel, titleOf } from '../guide/labels.ts';
import type { Entry, Guide } from '../guide/types.ts';
import { addressOf } from '../lib/urls.ts';
import { exportedAs } from './kinds/index.ts';

/**
 * The names of everything that can be found, and what a query is understood by.
 *
 * @param guide the checked guide
 */
export function searchNames(guide: Guide): SearchData {
  const entries = [...guide.entries.values()].filter((entry) => isShown(entry) && entry.ref !== 'pages/search');
  const kinds = usedKinds(guide).map((kind): SearchName => {
    const wording = guide.about.kinds[kind];
    return {
      address: addressOf(kind),
      title: wording.title,
      kind: 'Page',
      also: [wording.one, `list of all ${wording.many}`, wording.for, ...wording.asked],
      questions: [],
      summary: wording.lead,
      voice: 'paper',
      voices: ['paper'],
    };
  });
  const names = [...entries.flatMap((entry) => nameOf(guide, entry)), ...kinds];
  const counts = new Map<string, number>();
  // every text that a page may print or a reader may ask by; the build adds what templates print
  const texts = textsIn([
    names,
    guide.about,
    guide.synonyms,
    [...guide.entries.values()].map(({ data }) => data),
    [...guide.asked.values()].map(({ phrases }) => phrases),
    guide.statements.map(({ text, because, where, section }) => ({ text, because, where, section })),
    guide.pages.map(({ prose }) => prose),
    guide.lessons.flatMap(({ blocks }) => blocks.map((block) => ('parts' in block ? block.parts.map(({ text }) => text) : []))),
  ]);
  for (const word of texts.flatMap(writtenIn).filter((one) => one.length < 22 && !hasDigit(one)))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const vocabulary = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
  return { names, vocabulary: vocabulary.join(' '), synonyms: guide.synonyms.map((group) => [...group]) };
}

/** What an entry is found by; nothing for a kind that search does not know. */
function nameOf(guide: Guide, entry: Entry): SearchName[] {
  const base = {
    address: addressOf(entry.ref),
    title: titleOf(entry),
    kind: kindLabel(guide, entry.kind),
    voices: [...new Set(entry.statements.map(({ voice }) => voice))],
  };
  const name = exportedAs(entry.kind).name?.(guide, entry, base);
  return name ? [{ ...name, also: [...name.also, ...(guide.asked.get(entry.ref)?.phrases ?? [])] }] : [];
}

/** All texts inside a value, however deep. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
