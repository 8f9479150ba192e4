import { z } from 'astro/zod';
import { keysOf } from '../lib/records.ts';
import { BOUNDS, CURRENCIES, SUM_KINDS } from '../lib/sums.ts';
import { listed } from '../lib/text.ts';
import { STANCES } from '../lib/voices.ts';
import { day, ID, idText, refText, text, webAddress } from './common.ts';
import { EVIDENCE_KINDS, PUBLICATION_TYPES } from './kinds.ts';

const month = (what: string) => text(what).regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'must be a month such as 2019-10' });
const whole = (what: string) => z.int({ error: `must be a whole number: ${what}` }).describe(what);

const wordings = (what: string) => z.array(text(what)).min(1, { error: `is empty: ${what}` });

const condition = z
  .strictObject({
    clause: text('the condition or limiting word, in our words'),
    when: z.array(text('a wording that tells the claim')).default([]).describe('wordings that tell the claim; none means always'),
    words: wordings('a wording that keeps the condition'),
  })
  .describe('what a paraphrase must keep');

const tilt = z
  .strictObject({
    words: wordings('a wording that says another thing than the sentence'),
    instead: text('what to write'),
    why: text('what it adds or changes'),
  })
  .describe('what no paraphrase may say');

const sentenceSchema = z
  .strictObject({
    id: text('section and number, such as results-2').regex(ID, {
      error: 'must be section and number, such as results-2',
    }),
    words: whole('how many words the sentence has'),
    fingerprint: text('SHA-256 of the normalized sentence').regex(/^[0-9a-f]{64}$/, {
      error: 'must be 64 hexadecimal digits: SHA-256 of the normalized sentence',
    }),
    start: text('the first words of the sentence'),
    end: text('the last words of the sentence'),
    gist: text('the sentence in our words'),
    numbers: z.array(whole('a number in the sentence')).default([]),
    lists: z.array(whole('how many things it names in a row')).default([]),
    links: z
      .array(text('a pair, such as timetables--internal-funding'))
      .default([])
      .describe('pairs of which the sentence itself names both ends as linked'),
    about: z.array(refText('a finding, such as gaps/timetables')).default([]).describe('the findings that the sentence speaks of'),
    keep: z.array(condition).default([]).describe('conditions and limiting words that a paraphrase must keep'),
    never: z.array(tilt).default([]).describe('wordings that say another thing'),
    denies: z.array(text('words that deny')).default([]).describe('wordings in which a paraphrase may deny, because the sentence does'),
  })
  .describe('a locator: where a sentence of the abstract stands, without its text');

const sum = z
  .strictObject({
    amount: whole('the sum, in whole units of its currency').min(1, { error: 'must be 1 or more' }),
    currency: z.enum(keysOf(CURRENCIES), { error: `must be ${listed(keysOf(CURRENCIES), 'or')}` }).describe('in which it is printed'),
    year: whole('the year it is of, where the source shows one').min(1900).max(2100).optional(),
    of: text('what it is the sum of, in a few words that begin in lower case'),
    kind: z.enum(SUM_KINDS, { error: `must be ${listed(SUM_KINDS, 'or')}: what kind of sum it is` }).describe('what kind of sum it is'),
    bound: z
      .enum(BOUNDS, { error: `must be ${listed(BOUNDS, 'or')}, or left out` })
      .optional()
      .describe('how the number bounds the sum'),
  })
  .describe('a sum of money as printed');

const findingOfSource = z
  .strictObject({
    id: idText('a name of the finding, unique in the file; permanent'),
    text: text('what the source says, in one or two sentences of our own'),
    dated: text('of when it is, as the source shows it: 2020 figures, undated page').optional(),
    own: z
      .boolean({ error: 'must be true or false: whether whoever speaks tells of itself' })
      .optional()
      .describe('true for a program, its staff or its payer telling of itself, false for anybody else'),
    sums: z.array(sum).default([]).describe('sums of money that it prints'),
    on: z.array(
      z.strictObject({
        to: refText('the finding of the guide it bears on'),
        stance: z.enum(STANCES, { error: `must be ${STANCES.join(', ')}: how it bears on that finding` }).describe('how it bears on it'),
        reason: text('why, in a few words'),
      }),
    ),
    'not-used': text('why no finding of the guide uses it').optional(),
  })
  .describe('one finding of the source');

const author = z
  .union(
    [
      z.strictObject({
        family: text('the family name, with particles such as "de la"'),
        given: text('given names or initials, as the record has them').optional(),
        suffix: text('what follows the name, such as Jr').optional(),
      }),
      z.strictObject({
        name: text('the name of an organization'),
        note: text('what a reader should know about it').optional(),
      }),
    ],
    { error: 'must be { family, given } for a person, such as { family: Lozano, given: Paula M. }, or { name } for an organization' },
  )
  .describe('one author as the record gives the name');

/** The bibliographic record of a publication and what the editors read of it. Unknown fields stay out. */
export const sourceSchema = z.strictObject({
  title: text('the title as published'),
  'title-note': text('why the title is not as published').optional(),
  authors: z.array(author).default([]),
  'authors-note': text('why authors are missing or cut short').optional(),
  'et-al': z.boolean().default(false).describe('the record names the first authors only'),
  short: text('name and year, as a short citation'),
  year: whole('the year of publication').min(1900).max(2100).optional(),
  published: day('the day of publication').optional(),
  type: z
    .enum(PUBLICATION_TYPES, { error: `must be one of: ${PUBLICATION_TYPES.join('; ')}` })
    .optional()
    .describe('what it is as a publication, where its numbers and its place do not tell'),
  container: text('journal, publisher or site').optional(),
  volume: text('volume').optional(),
  issue: text('issue').optional(),
  pages: text('pages or article number').optional(),
  doi: text('the DOI without an address in front')
    .regex(/^10\.\d{4,9}\/\S+$/, {
      error: 'must be a DOI such as 10.1234/abc.5678, without an address in front',
    })
    .optional(),
  pmid: text('the PubMed number, in quotes')
    .regex(/^\d{1,8}$/, { error: 'must be digits only' })
    .optional(),
  pmcid: text('the PubMed Central number')
    .regex(/^PMC\d+$/, { error: 'must be PMC and digits' })
    .optional(),
  url: webAddress('the official page, where there is no DOI, PMID or PMC number').optional(),
  kind: z.enum(EVIDENCE_KINDS, { error: `must be one of: ${EVIDENCE_KINDS.join('; ')}` }).describe('what kind of evidence it is'),
  design: text('how it was done, in a few words').optional(),
  setting: text('where').optional(),
  read: text('what the editors read: abstract, opening, full text ...'),
  'read-note': text('what was not read').optional(),
  overlap: z
    .enum(['study', 'same authors', 'none known'], {
      error: 'must be study, same authors or none known: whether its authors or data are those of the study',
    })
    .describe('whether its authors or data are those of the study'),
  organization: text('whose account it is: the one organization that speaks, or of which it speaks').optional(),
  'overlap-note': text('what overlaps').optional(),
  note: text('anything a reader should know').optional(),
  reviewed: day('the day somebody last checked the record'),
  numbers: z
    .array(
      z.strictObject({
        count: whole('how many'),
        unit: text('of what, in the plural'),
        shape: z.enum(['square', 'outline', 'ring'], { error: 'must be square, outline or ring' }),
      }),
    )
    .default([])
    .describe('counts of the design that the guide shows; the study only'),
  period: z
    .strictObject({ from: month('first month'), to: month('last month') })
    .optional()
    .describe('when data were gathered; the study only'),
  sentences: z.array(sentenceSchema).default([]).describe('locators of the abstract; the study only'),
  countries: z.array(text('a country')).default([]).describe('where the work was done or the program runs, if the record shows it'),
  findings: z.array(findingOfSource).default([]).describe('what it says that bears on the guide, in our words'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
});

export type SourceData = z.infer<typeof sourceSchema>;
export type Author = z.infer<typeof author>;
export type Sentence = z.infer<typeof sentenceSchema>;
