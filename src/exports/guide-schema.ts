import { z } from 'astro/zod';
import { LINK_STATES } from '../lib/link-states.ts';
import { LINK_VOICES } from '../lib/voices.ts';
import { FINDING_KINDS, SPEAKS_OF } from '../schemas/kinds.ts';
import { sourceSchema } from '../schemas/source.ts';
import { ENTRY_SCHEMAS } from './kinds/index.ts';
import { address, carriedFields, list, ourText, papers, ref, stance, theirs, voice, words } from './kinds/parts.ts';

const statement = z.strictObject({
  id: words('its name on the page; permanent'),
  page: ref,
  address,
  voice,
  section: words('the heading it stands under; empty for an answer or a reason'),
  text: words('the statement, without markup'),
  ...carriedFields,
});

const pair = { id: words('{from}--{to}'), from: ref, to: ref };
const judged = words('the day somebody last judged the pair, YYYY-MM-DD');
const link = z.discriminatedUnion('state', [
  z.strictObject({
    ...pair,
    address,
    state: z.enum(LINK_STATES).exclude(['not-assessed']).describe('what became of the pair'),
    voice: z.enum(LINK_VOICES).describe('whose judgment it is'),
    reason: words('why the two belong together or not'),
    at: words('paper: the sentence that names both ends as linked').optional(),
    against: words('the best case against the judgment; always the editors’'),
    would_change: words('what the editors would have to see to judge otherwise'),
    rests_on: list('sentences of the abstract, entries and sources'),
    by_way_of: list('not-linked: the findings by way of which alone the response works; always the editors’').optional(),
    despite: words('not-linked: why, although a source supports the link; always the editors’').optional(),
    sources: z.array(
      z.strictObject({
        source: words('the id of the source'),
        stance,
        speaks_of: z.enum(SPEAKS_OF).describe('whether the source speaks of both ends together or of one of them'),
        says: z.string(),
        voice: theirs,
      }),
    ),
    judged,
  }),
  z.strictObject({
    ...pair,
    state: z.literal('not-assessed').describe('nobody judged the pair: it has no voice and no page'),
    reason: words('why nobody judged it'),
    judged,
  }),
]);

const { shape } = sourceSchema;
const [sourceFinding, bearing] = [shape.findings.unwrap().element.shape, shape.findings.unwrap().element.shape.on.element.shape];
const source = z.strictObject({
  id: words('the file’s name; permanent'),
  ref,
  address,
  official: words('its official address: PubMed, DOI, PubMed Central or its page').optional(),
  reference: words('the reference in one line'),
  title: shape.title,
  title_note: shape['title-note'],
  authors: z.array(words('one author as the record gives the name')).default([]),
  authors_note: shape['authors-note'],
  et_al: shape['et-al'],
  short: shape.short,
  year: shape.year,
  published: shape.published,
  type: shape.type,
  container: shape.container,
  volume: shape.volume,
  issue: shape.issue,
  pages: shape.pages,
  doi: shape.doi,
  pmid: shape.pmid,
  pmcid: shape.pmcid,
  url: shape.url,
  kind: shape.kind,
  design: shape.design,
  setting: shape.setting,
  countries: shape.countries,
  read: shape.read,
  read_note: shape['read-note'],
  overlap: shape.overlap,
  overlap_note: shape['overlap-note'],
  organization: shape.organization,
  note: shape.note,
  reviewed: shape.reviewed,
  findings: z.array(
    z.strictObject({
      id: sourceFinding.id,
      voice: theirs,
      text: sourceFinding.text,
      dated: sourceFinding.dated,
      own: sourceFinding.own,
      sums: sourceFinding.sums.unwrap().describe('sums of money that it prints').optional(),
      on: z
        .array(z.strictObject({ to: bearing.to, stance: bearing.stance, reason: words('why, in a few words; the reason is the editors’') }))
        .describe('findings of the guide it bears on'),
      not_used: sourceFinding['not-used'],
    }),
  ),
});

const word = z.strictObject({ id: z.string(), label: words('the words readers see'), meaning: z.string() });

const sentence = z.strictObject({
  id: words('section and number, such as results-2'),
  voice: papers,
  gist: words('the sentence in our words'),
  start: words('its first words, to find it by'),
  end: words('its last words'),
  official: words('the official abstract, opened at this sentence'),
  address,
});

/** `guide.json` as a whole. The type of `guideJson` and the published JSON Schema both come from here. */
export const guideFile = z
  .strictObject({
    $schema: words('the schema of this file'),
    name: words('the name of the guide'),
    description: words('what it is, in a sentence'),
    language: words('the language of the guide'),
    disclaimer: words('whose guide it is not'),
    licence: z.strictObject({ name: z.string(), address: z.string() }).describe('license of the text'),
    keep: words('what to keep when quoting'),
    study: z
      .strictObject({
        id: z.string(),
        reference: z.string(),
        official: z.string().optional(),
        address,
        rests_on: words('what was read of the study'),
        numbers: z.array(z.strictObject({ count: z.int(), unit: z.string() })).describe('counts of its design'),
        period: z.strictObject({ from: z.string(), to: z.string() }).optional().describe('when data were gathered'),
        sentences: z.array(sentence),
      })
      .describe('the study the guide is about, with locators of the sentences of its abstract'),
    voices: z.array(z.strictObject({ id: voice, label: words('the words of the mark'), meaning: z.string() })).describe('the five voices'),
    link_states: z
      .array(z.strictObject({ id: z.enum(LINK_STATES), label: words('the words of the mark'), meaning: z.string() }))
      .describe('what may become of a pair'),
    payers: z.array(word).describe('who may pay: the words of cases and ways of paying'),
    choosers: z.array(word).describe('who may choose topics: the words of cases'),
    kinds: z
      .array(
        z.strictObject({
          id: z.enum(FINDING_KINDS),
          title: z.string(),
          address,
          lead: z.strictObject({ voice: papers, text: z.string(), at: z.array(z.string()) }).describe('what this kind is'),
          division: ourText.describe('how the study names these, and what of the division is ours'),
        }),
      )
      .describe('kinds of finding'),
    entries: z
      .array(z.discriminatedUnion('kind', ENTRY_SCHEMAS))
      .describe('findings, figures, lessons, questions, cases, ways of paying, changes, pages, sources and terms'),
    statements: z.array(statement).describe('every statement with its voice and what that voice carries'),
    links: z.array(link).describe('every pair, judged or not'),
    sources: z.array(source).describe('records of publications, what was read of them and what they say'),
  })
  .describe('An evidence guide to one study. Every statement says whose it is.');

export type GuideFile = z.infer<typeof guideFile>;

/**
 * The JSON Schema of `guide.json`, draft 2020-12.
 *
 * @param address where the schema stands, if that is known
 */
export function guideJsonSchema(address?: string): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(guideFile, { target: 'draft-2020-12', io: 'output' });
  return { $schema, ...(address && { $id: address }), title: 'guide.json', ...rest };
}
