import { hasDigit, writtenIn } from '../documents/site-search/query.ts';
import type { SearchData, SearchName } from '../documents/site-search/search-name.ts';
import { authorName, hasPage, kindLabel, titleOf, usedKinds } from '../guide/labels.ts';
import { audiencesOf, domainsOf } from '../guide/teaching.ts';
import type { Entry, Guide, Lesson, Source } from '../guide/types.ts';
import { capital, inMinutes, stop } from '../lib/text.ts';
import { addressOf } from '../lib/urls.ts';

/**
 * The names of everything that can be found, and what a query is understood by.
 *
 * @param guide the checked guide
 */
export function searchNames(guide: Guide): SearchData {
  const entries = [...guide.entries.values()].filter(
    (entry) => entry.kind === 'glossary' || (hasPage(entry) && entry.ref !== 'pages/search'),
  );
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
  const found = entries.map((entry): SearchName => {
    const name = nameOf(guide, entry);
    return { ...name, also: [...name.also, ...(guide.asked.get(entry.ref)?.phrases ?? [])] };
  });
  const names = [...found, ...kinds];
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

/** A link answers less than the two findings it joins. */
const LINK = 0.5;

function nameOf(guide: Guide, entry: Entry): SearchName {
  const { data } = entry;
  const base = {
    address: addressOf(entry.ref),
    title: 'description' in data ? data.title : titleOf(entry),
    kind: kindLabel(guide, entry.kind),
    voices: [...new Set(entry.statements.map(({ voice }) => voice))],
  };
  if ('term' in data)
    return {
      ...base,
      also: data.also,
      questions: [],
      summary: data.definition,
      voice: 'editors',
      voices: ['editors'],
    };
  if ('how' in data)
    return {
      ...base,
      also: data.aliases,
      questions: [],
      summary: entry.statements[0]?.text ?? '',
      voice: data.answer.voice,
    };
  if ('recognise' in data)
    return {
      ...base,
      title: data.title,
      also: [...(data.short ? [data.short] : []), data.recognise, ...data.aliases],
      questions: data.questions,
      summary: data.answer.text,
      voice: data.answer.voice,
    };
  if ('steps' in data)
    return {
      ...base,
      also: [...lessonWords(guide, entry as Lesson), ...data.aliases],
      questions: data.questions,
      summary: `${inMinutes(data.minutes)}. ${data.description}`,
      voice: 'editors',
    };
  if ('description' in data) {
    const page = { ...base, also: data.aliases, questions: [], summary: data.description };
    return data.voice === 'editors' ? { ...page, voice: 'editors', voices: ['editors'] } : page;
  }
  if ('state' in data)
    return { ...base, also: [], questions: [], summary: data.reason, ...('voice' in data && { voice: data.voice }), worth: LINK };
  if (entry.kind !== 'sources') throw new Error(`${entry.ref} has no page to find.`);
  return sourceName(entry as Source, base);
}

/** What a lesson is looked for by: its length, for whom it is, and the competencies it trains. */
const lessonWords = (guide: Guide, lesson: Lesson): string[] => [
  inMinutes(lesson.data.minutes),
  `${lesson.data.minutes} minute lesson`,
  lesson.data.setting,
  ...audiencesOf(guide, lesson).map(({ name }) => `lesson for ${name}`),
  ...domainsOf(guide, lesson.data.objectives).map(({ name }) => name),
];

function sourceName({ data }: Source, base: Omit<SearchName, 'also' | 'questions' | 'summary'>): SearchName {
  return {
    ...base,
    title: data.short,
    also: [data.title, ...data.authors.map(authorName), data.year?.toString(), data.doi, data.pmid].filter((text) => text !== undefined),
    questions: [],
    summary: `${stop(data.title)} ${capital([data.kind, data.design, data.setting, data.container].filter(Boolean).join('; '))}.`,
  };
}

/** All texts inside a value, however deep. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
