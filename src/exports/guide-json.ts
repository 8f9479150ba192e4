import { officialAddress, passageOf } from '../guide/addresses.ts';
import { isShown, usedKinds } from '../guide/entries.ts';
import { authorName, titleOf } from '../guide/labels.ts';
import type { Entry, Guide, Source } from '../guide/types.ts';
import { keepText } from '../guide/words.ts';
import { LINK_STATES } from '../lib/link-states.ts';
import { VOICES } from '../lib/voices.ts';
import type { AddressFor } from './addresses.ts';
import { reference } from './citation.ts';
import type { GuideFile } from './guide-schema.ts';
import { exportedAs } from './kinds/index.ts';
import { carried, editors } from './kinds/parts.ts';

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
        findings: findings.map(({ id, text, dated, own, sums, on, 'not-used': notUsed }) => ({
          id,
          voice: 'others',
          text,
          ...(dated && { dated }),
          ...(own !== undefined && { own }),
          ...(sums.length > 0 && { sums }),
          on: on.map(({ to, stance, reason }) => ({ to, stance, reason })),
          ...(notUsed && { not_used: notUsed }),
        })),
      };
    }),
  };
}

/** An entry as its kind has it; undefined for one that nobody is shown, and for a kind that has a part of its own. */
function entryJson(guide: Guide, entry: Entry, addressFor: AddressFor): GuideFile['entries'][number] | undefined {
  const { ref } = entry;
  return isShown(entry) ? exportedAs(entry.kind).json?.(guide, entry, { ref, title: titleOf(entry), address: addressFor(ref) }) : undefined;
}

/** `title-note` -> `title_note` */
type Underscored<T extends string> = T extends `${infer A}-${infer B}` ? Underscored<`${A}_${B}`> : T;

/** Fields under names that every language can use. */
const underscored = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.replaceAll('-', '_'), value])) as {
    [K in keyof T as Underscored<K & string>]: T[K];
  };
