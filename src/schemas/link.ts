import { z } from 'astro/zod';
import { LINK_STATES } from '../lib/link-states.ts';
import { didYouMean } from '../lib/nearest.ts';
import { listed } from '../lib/text.ts';
import { LINK_VOICES, STANCES } from '../lib/voices.ts';
import { day, refText, text } from './common.ts';
import { SPEAKS_OF } from './kinds.ts';

/** Old file names of links: `timetables--internal-funding`. */
const PAIR = /^[a-z][a-z0-9]*(-[a-z0-9]+)*--[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Why a value is none of a few words, with the nearest of them. */
const noneOf = (input: unknown, what: string, known: readonly string[], means: string): string =>
  input === undefined
    ? `is missing: ${means}`
    : `is no ${what}. ${typeof input === 'string' ? didYouMean(input, known) : ''}Write ${means}`;

const SPEAKS_OF_MEANS = 'pair (the source itself brings both ends together) or one-end (it speaks of one of them, and the pairing is ours)';

const bearing = z
  .strictObject({
    source: text('a file in content/sources'),
    stance: z
      .enum(STANCES, {
        error: ({ input }) => noneOf(input, 'stance', STANCES, `${listed(STANCES, 'or')}, as the source bears on this link`),
      })
      .describe('how the source bears on this link: on the claim that the response may ease the gap, or back the strategy'),
    'speaks-of': z
      .enum(SPEAKS_OF, { error: ({ input }) => noneOf(input, 'thing that a source speaks of here', SPEAKS_OF, SPEAKS_OF_MEANS) })
      .describe('whether the source speaks of both ends together or of one of them'),
    says: text('what the source says that bears on this link, in our words'),
  })
  .describe('a source that bears on the link');

const RESTS_ON = 'what the judgment rests on, such as [results-2]';
const BY_WAY_OF = 'the findings by way of which alone the response works, such as [recommendations/budgeting]';
const PULL_APART = 'a contested link names the sources that pull apart';

const shared = {
  reason: text('why the two belong together or not, in one sentence that stands alone in a list'),
  judged: day('the day somebody last judged the pair'),
  formerly: z
    .array(text('an old id').regex(PAIR, { error: 'must be an old file name of the link, such as "timetables--internal-funding"' }))
    .default([])
    .describe('old ids; each leaves a redirect'),
};

const VOICE_MEANS =
  'editors (we infer it), others (a source says it of the pair) or paper (a sentence of the abstract names both ends as linked)';

const judged = {
  ...shared,
  voice: z
    .enum(LINK_VOICES, { error: ({ input }) => noneOf(input, 'voice of a link', LINK_VOICES, VOICE_MEANS) })
    .describe('whose link it is'),
  at: text('the sentence that names both ends as linked; voice paper only').optional(),
  against: text('the best case against this judgment'),
  'would-change-our-mind': text('what we would have to see to judge otherwise'),
  'rests-on': z
    .array(refText('a sentence of the abstract, an entry or a source'), {
      error: ({ input }) => (input === undefined ? `is missing: ${RESTS_ON}` : `must be a list: ${RESTS_ON}`),
    })
    .min(1, { error: `is empty: ${RESTS_ON}` })
    .describe('what the judgment rests on'),
  sources: z.array(bearing).default([]).describe('sources that bear on the link'),
};

const JUDGED = listed(
  LINK_STATES.filter((state) => state !== 'not-assessed'),
  'or',
);

/** What only a pair that is not linked may carry. */
const unlinked = {
  'by-way-of': z
    .array(refText('a finding by way of which alone the response works'), {
      error: () => `must be a list: ${BY_WAY_OF}`,
    })
    .min(1, { error: `is empty: ${BY_WAY_OF}` })
    .optional()
    .describe('the findings by way of which alone the response works, so that the pair itself is not linked'),
  despite: text('why the pair is not linked although a source supports the link').optional(),
};

/**
 * The fields of one state and no others. Where another state takes the field, the message says so:
 * a pair that nobody judged has, for example, nothing that speaks against it.
 */
const fields = <S extends z.ZodRawShape>(shape: S) =>
  z.object(shape).catchall(
    z.custom<never>(() => false, {
      error: ({ path }) => {
        const field = String(path?.at(-1));
        return field in judged
          ? `belongs to a judged pair, and this one is not-assessed. Take it out, or judge the pair: ${JUDGED}`
          : field in unlinked
            ? 'belongs to a pair that is not linked. Take it out, or judge the pair not-linked'
            : `is no field of such a link. ${didYouMean(field, Object.keys(shape))}Take it out, or see docs/content-model.md for the fields there are`;
      },
    }),
  ) as unknown as z.ZodObject<S, z.core.$strict>;

/** Frontmatter of a judged pair. The two ends stand in the file's name: `{from}--{to}.mdx`. */
export const linkSchema = z.discriminatedUnion(
  'state',
  [
    fields({ state: z.literal('linked'), ...judged }),
    fields({
      state: z.literal('contested'),
      ...judged,
      sources: z
        .array(bearing, { error: ({ input }) => (input === undefined ? `is missing: ${PULL_APART}` : `must be a list: ${PULL_APART}`) })
        .min(1, { error: `is empty: ${PULL_APART}` })
        .describe('sources that bear on the link'),
    }),
    fields({
      state: z.literal('not-linked'),
      ...judged,
      ...unlinked,
      reason: shared.reason.refine((reason) => reason === '' || reason.length >= 40, {
        error: ({ input }) =>
          `has ${String(input).length} characters: a pair that is not linked needs a reason of 40 or more, so that a reader sees what was weighed`,
      }),
    }),
    fields({ state: z.literal('may-worsen'), ...judged }),
    fields({ state: z.literal('not-assessed'), ...shared }),
  ],
  {
    error: ({ code, input }) =>
      code === 'invalid_union'
        ? noneOf((input as { state?: unknown }).state, 'state of a link', LINK_STATES, listed(LINK_STATES, 'or'))
        : 'must be a group of fields, one to a line',
  },
);

export type LinkData = z.infer<typeof linkSchema>;
export type JudgedLinkData = Exclude<LinkData, { state: 'not-assessed' }>;
export type Bearing = z.infer<typeof bearing>;
