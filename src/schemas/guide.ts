import { z } from 'astro/zod';
import { LINK_STATES } from '../lib/link-states.ts';
import { recordOf } from '../lib/records.ts';
import { VOICES } from '../lib/voices.ts';
import { idText, refText, text, texts, webAddress } from './common.ts';
import { FINDING_KINDS } from './kinds.ts';

const navLink = z.strictObject({
  label: text('a word or two'),
  to: refText('a kind, such as gaps, or an entry, such as pages/story'),
});

const navItem = navLink.extend({
  covers: z
    .array(text('a kind or an entry'))
    .default([])
    .describe('what else this item stands for, with all that stands under its address'),
});

const voiceSchema = z.strictObject({
  label: text('the words of the mark'),
  possessive: text('as in "4 the paper’s"'),
  meaning: text('what the voice means, in a sentence'),
  heading: text('the heading that says the same as the mark; under it the mark stands without its words').optional(),
});

const stateSchema = z.strictObject({
  label: text('the words of the mark'),
  meaning: text('what the state means, in a sentence'),
});

/** Words that entries choose from, in the order in which readers see them. */
const vocabulary = (what: string) =>
  z
    .array(z.strictObject({ id: idText(what), label: text('the words readers see'), meaning: text('what counts, in a sentence') }))
    .default([]);

const kindSchema = z.strictObject({
  one: text('the singular'),
  many: text('the plural'),
  title: text('the heading of its index page'),
  for: text('whom it addresses'),
  needs: text('the heading under which each finding of the kind says what it may need; left out where none does').optional(),
  begins: text('the heading under which each finding of the kind says how to begin; left out where none does').optional(),
  lead: text('what this kind is, in the paper’s voice'),
  at: z.array(text('a sentence of the abstract')).min(1, { error: 'is empty: the sentences the lead rests on' }),
  asked: texts('a phrase in which people ask for the list of its findings').default([]),
  division: text('how the study names these, and what of the division is ours'),
});

/** `content/guide.yaml`: the wording and the order of the whole. */
export const guideSchema = z.strictObject({
  name: text('the name of the guide'),
  kicker: text('a few words above the name'),
  description: text('one sentence for search engines').max(160, {
    error: 'is longer than 160 characters; search engines cut it',
  }),
  language: text('the language of the guide, such as en'),
  study: text('the id of the study in content/sources'),
  disclaimer: text('whose guide it is not'),
  editors: text('how the editors call themselves'),
  'rests-on': text('what was read of the study'),
  licences: z.strictObject({
    text: text('license of the text'),
    'text-address': webAddress('the address of that license'),
    code: text('license of the code'),
  }),
  objections: text('a mail or web address where a reader may object')
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, { error: 'must begin with mailto: or https://' })
    .optional(),
  recognise: z.strictObject({
    title: text('heading'),
    note: text('whose the phrases are'),
    kind: z.enum(FINDING_KINDS),
  }),
  chairs: z.array(text('who answers')).min(2, { error: 'needs at least two' }).describe('from which chairs the self-check is answered'),
  actions: z
    .array(z.strictObject({ title: text('heading'), kind: z.enum(FINDING_KINDS) }))
    .min(1, { error: 'is empty; write at least one' })
    .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, { error: 'has a kind twice; keep one of them' })
    .describe('kinds of finding that home lists, as what somebody did or can do'),
  voices: z.strictObject(recordOf(VOICES, () => voiceSchema)),
  kinds: z.strictObject(recordOf(FINDING_KINDS, () => kindSchema)),
  links: z.strictObject({
    one: text('the singular'),
    many: text('the plural'),
    title: text('the heading of their list'),
    states: z.strictObject(recordOf(LINK_STATES, () => stateSchema)),
  }),
  payers: vocabulary('who pays').describe('who may pay for such work: the words of cases, mechanisms and their figure'),
  choosers: vocabulary('who chooses topics').describe('who may choose the topics of a program'),
  'cases-note': text('what the pages of cases say of the study').optional(),
  navigation: z.array(navItem),
  footer: z.array(z.strictObject({ title: text('what the links have in common'), links: z.array(navLink) })),
});

export type GuideData = z.infer<typeof guideSchema>;
