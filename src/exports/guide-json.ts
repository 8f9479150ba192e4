import { authorName, hasPage, officialAddress, passageOf, sideId, titleOf, usedKinds } from '../guide/labels.ts';
import { audiencesOf, domainsOf } from '../guide/teaching.ts';
import type { Entry, Finding, Guide, Lesson, Source, Statement } from '../guide/types.ts';
import { href, link } from '../lib/urls.ts';
import { LINK_STATES, VOICES } from '../schemas/kinds.ts';
import { reference } from './citation.ts';
import type { GuideFile } from './guide-schema.ts';

/** The address of an entry or a statement as a file should give it. */
export type AddressFor = (ref: string, fragment?: string) => string;

export interface Addresses {
  addressFor: AddressFor;
  /** the address of a file by its path in the site, such as /data/links.csv */
  fileFor: (path: string) => string;
}

/** Whole addresses where the site's is known, paths with the base elsewhere. */
export function addressesAt(site: URL | undefined): Addresses {
  const whole = (path: string): string => (site ? new URL(path, site).href : path);
  return { addressFor: (ref, fragment) => whole(link(ref, fragment)), fileFor: (path) => whole(href(path)) };
}

/** The files of the guide's data, in the order in which they are listed. */
export const DATA_FILES = [
  { path: '/data/guide.json', name: 'guide.json', what: 'The whole guide in one file.' },
  {
    path: '/data/guide.schema.json',
    name: 'guide.schema.json',
    what: 'What stands in guide.json, field by field (JSON Schema, draft 2020-12).',
  },
  { path: '/data/links.csv', name: 'links.csv', what: 'Every pair, judged or not, one in each row, with whose judgment it is.' },
  { path: '/data/statements.csv', name: 'statements.csv', what: 'Every statement, one in each row, with its voice.' },
  { path: '/data/sources.bib', name: 'sources.bib', what: 'All sources as BibTeX.' },
  { path: '/data/sources.ris', name: 'sources.ris', what: 'All sources as RIS, for most reference managers.' },
  {
    path: '/data/sources.csl.json',
    name: 'sources.csl.json',
    what: 'All sources as CSL-JSON, for Zotero, Pandoc and citation processors.',
  },
  { path: '/llms.txt', name: 'llms.txt', what: 'What the guide is, how to quote it, and the list of its pages as Markdown.' },
] as const;

/** What everyone who quotes the guide is asked to keep. */
export const keepText = ({ about }: Guide): string =>
  `Please keep the mark of each statement. A statement marked “${about.voices.editors.label}” is the editors’ and nobody has tested it: without its mark it looks like a finding of the study, and is none.`;

const editors = (text: string) => ({ voice: 'editors' as const, text });
const relations = (next: readonly { to: string; why: string }[]) => next.map(({ to, why }) => ({ to, why, voice: 'editors' as const }));

/** What the voice of a statement carries. */
const carried = ({ at, from, because, source, stance, where }: Statement) => ({
  ...(at.length && { at: [...at] }),
  ...(from.length && { from: [...from] }),
  ...(because && { because }),
  ...(source && { source }),
  ...(stance && { stance }),
  ...(where && { where }),
});

/**
 * The whole guide as plain data; every statement with its voice. Phrases for search, places in files and old ids stay out.
 *
 * @param addressFor see `addressesAt`
 */
export function guideJson(guide: Guide, addressFor: AddressFor): GuideFile {
  const { about, study } = guide;
  const official = (source: Source) => {
    const url = officialAddress(source)?.url;
    return url && { official: url };
  };
  return {
    $schema: 'guide.schema.json',
    name: about.name,
    description: about.description,
    language: about.language,
    disclaimer: about.disclaimer,
    licence: { name: about.licences.text, address: about.licences['text-address'] },
    keep: keepText(guide),
    study: {
      id: study.id,
      reference: reference(study),
      ...official(study),
      address: addressFor(study.ref),
      rests_on: about['rests-on'],
      numbers: study.data.numbers.map(({ count, unit }) => ({ count, unit })),
      ...(study.data.period && { period: study.data.period }),
      sentences: study.data.sentences.map((sentence) => ({
        id: sentence.id,
        voice: 'paper',
        gist: sentence.gist,
        start: sentence.start,
        end: sentence.end,
        official: passageOf(study, sentence),
        address: addressFor('pages/evidence/the-paper', sentence.id),
      })),
    },
    voices: VOICES.map((id) => ({ id, label: about.voices[id].label, meaning: about.voices[id].meaning })),
    link_states: LINK_STATES.map((id) => ({ id, ...about.links.states[id] })),
    kinds: usedKinds(guide).map((id) => {
      const { title, lead, at, division } = about.kinds[id];
      return { id, title, address: addressFor(id), lead: { voice: 'paper', text: lead, at }, division: editors(division) };
    }),
    entries: [...guide.entries.values()].flatMap((entry) => entryJson(guide, entry, addressFor) ?? []),
    statements: guide.statements.map((statement) => {
      const { id, page, voice, section, text } = statement;
      return { id, page, address: addressFor(page, id), voice, section, text, ...carried(statement) };
    }),
    links: guide.links.flatMap(({ id, ref, ends, data }): GuideFile['links'] => {
      if (!ends) return [];
      const pair = { id, from: ends.from.ref, to: ends.to.ref };
      if (data.state === 'not-assessed') return [{ ...pair, state: data.state, reason: data.reason, judged: data.judged }];
      return [
        {
          ...pair,
          address: addressFor(ref),
          state: data.state,
          voice: data.voice,
          reason: data.reason,
          ...(data.at && { at: data.at }),
          against: data.against,
          would_change: data['would-change-our-mind'],
          rests_on: data['rests-on'],
          ...(data.state === 'not-linked' && data['by-way-of'] && { by_way_of: data['by-way-of'] }),
          ...(data.state === 'not-linked' && data.despite && { despite: data.despite }),
          sources: data.sources.map(({ source, stance, 'speaks-of': speaksOf, says }) => ({
            source,
            stance,
            speaks_of: speaksOf,
            says,
            voice: 'others',
          })),
          judged: data.judged,
        },
      ];
    }),
    sources: guide.sources.map((source) => {
      const { formerly: _, sentences: __, numbers: ___, period: ____, findings, authors, ...record } = source.data;
      return {
        id: source.id,
        ref: source.ref,
        address: addressFor(source.ref),
        ...official(source),
        reference: reference(source),
        ...underscored({ ...record, authors: authors.map(authorName) }),
        findings: findings.map(({ id, text, on, 'not-used': notUsed }) => ({
          id,
          voice: 'others',
          text,
          on: on.map(({ to, stance, reason }) => ({ to, stance, reason })),
          ...(notUsed && { not_used: notUsed }),
        })),
      };
    }),
  };
}

function entryJson(guide: Guide, entry: Entry, addressFor: AddressFor): GuideFile['entries'][number] | undefined {
  const { ref, data } = entry;
  const base = { ref, title: titleOf(entry), address: addressFor(ref) };
  if ('term' in data)
    return {
      ...base,
      kind: 'glossary',
      also: data.also,
      definition: editors(data.definition),
      ...(data.follows && { follows: data.follows }),
      group: data.group,
      see: data.see,
    };
  if ('prompt' in data) {
    const { type, about, order, reviewed } = data;
    const common = { ...base, kind: 'quiz' as const, type, about, order, reviewed };
    if ('choices' in data) return { ...common, choices: data.choices };
    return 'pairs' in data
      ? { ...common, pairs: data.pairs }
      : { ...common, items: { items: data.items, feedback: data.feedback, from: data.from } };
  }
  if ('ask' in data) {
    const { about, looks, talk, because, from, order, reviewed } = data;
    return {
      ...base,
      kind: 'questions',
      voice: 'editors',
      about,
      looks: { in_place: looks['in-place'], partly: looks.partly, not: looks.not },
      talk,
      because,
      from: from.split(/\s+/),
      order,
      reviewed,
    };
  }
  if (!hasPage(entry) || 'state' in data) return undefined;
  if ('steps' in data) return { ...base, kind: 'lessons', ...lessonJson(guide, entry as Lesson) };
  if ('description' in data)
    return {
      ...base,
      kind: 'pages',
      description: data.description,
      voice: data.voice,
      text: data.voice === 'editors' ? paragraphsOf(entry.prose).map(editors) : [],
      aliases: data.aliases,
      next: relations(data.next),
      reviewed: data.reviewed,
    };
  const [answer] = entry.statements as [Statement];
  if ('how' in data)
    return {
      ...base,
      kind: 'figures',
      answer: { voice: answer.voice, text: answer.text, ...carried(answer) },
      how: editors(data.how),
      ...(data.credit && { credit: editors(data.credit) }),
      shown: Object.entries(data.words).map(([name, text]) => ({ name, ...editors(text) })),
      sides: data.sides.map(({ on }) => ({ on, outside: sideId(on, 'outside'), inside: sideId(on, 'inside') })),
      aliases: data.aliases,
      next: relations(data.next),
      reviewed: data.reviewed,
    };
  if ('recognise' in data) {
    return {
      ...base,
      kind: (entry as Finding).kind,
      title: data.title,
      ...(data.short && { short: data.short }),
      answer: { voice: answer.voice, text: answer.text, ...carried(answer) },
      recognise: editors(data.recognise),
      aliases: data.aliases,
      questions: data.questions.map(editors),
      next: relations(data.next),
      ...(data['part-of'] && { part_of: { ...data['part-of'], voice: 'editors' } }),
      order: data.order,
      reviewed: data.reviewed,
    };
  }
  return { ...base, kind: 'sources', reviewed: data.reviewed };
}

function lessonJson(guide: Guide, lesson: Lesson) {
  const { data, blocks } = lesson;
  const { short, description, minutes, setting, group, steps, aliases, order, reviewed } = data;
  return {
    short,
    description,
    minutes,
    setting,
    audiences: audiencesOf(guide, lesson).map(({ name }) => name),
    group,
    questions: data.questions.map(editors),
    objectives: data.objectives.map((objective) => ({
      id: objective.id,
      can: objective.can,
      competencies: domainsOf(guide, [objective]).map(({ name }) => name),
      voice: 'editors' as const,
    })),
    steps,
    directions: blocks.flatMap((block) =>
      block.type === 'activity' || block.type === 'facilitator'
        ? [{ id: block.id, step: block.section, type: block.type, text: block.parts.map(({ text }) => text) }]
        : [],
    ),
    check_out: { ask: data['check-out'].ask, listen_for: data['check-out']['listen-for'] },
    aliases,
    next: relations(data.next),
    order,
    reviewed,
  };
}

/** The paragraphs of a page that is the editors' as a whole. */
export const paragraphsOf = (prose: string): string[] => prose.split('\n').filter(Boolean);

/** `title-note` -> `title_note` */
type Underscored<T extends string> = T extends `${infer A}-${infer B}` ? Underscored<`${A}_${B}`> : T;

/** Fields under names that every language can use. */
const underscored = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replaceAll('-', '_'), value])) as {
    [K in keyof T as Underscored<K & string>]: T[K];
  };
