import { z } from 'astro/zod';
import { day, idText, refText, text } from './common.ts';
import { LINK_STATES, STANCES } from './kinds.ts';

const bearing = z
  .strictObject({
    source: text('a file in content/sources'),
    stance: z
      .enum(STANCES, { error: `must be ${STANCES.join(', ')}: how the source bears on this link` })
      .describe('how the source bears on this link'),
    says: text('what the source says that bears on this link, in our words'),
  })
  .describe('a source that bears on the link');

const shared = {
  reason: text('why the two belong together or not, in one sentence that stands alone in a list'),
  judged: day('the day somebody last judged the pair'),
  formerly: z.array(idText('an old id')).default([]).describe('old ids; each leaves a redirect'),
};

const judged = {
  ...shared,
  voice: z
    .enum(['editors', 'others', 'paper'], { error: 'must be editors (we infer it) or others (a source supports the pair)' })
    .describe('whose link it is'),
  at: text('the sentence that names both ends as linked; voice paper only').optional(),
  against: text('the best case against this judgment'),
  'would-change-our-mind': text('what we would have to see to judge otherwise'),
  'rests-on': z
    .array(refText('a sentence of the abstract, an entry or a source'))
    .min(1, { error: 'is empty: what the judgment rests on, such as [results-2]' }),
  sources: z.array(bearing).default([]),
};

/** Frontmatter of a judged pair. The two ends stand in the file's name: `{from}--{to}.mdx`. */
export const linkSchema = z.discriminatedUnion(
  'state',
  [
    z.strictObject({ state: z.literal('linked'), ...judged }),
    z.strictObject({
      state: z.literal('contested'),
      ...judged,
      sources: z.array(bearing).min(1, { error: 'is empty: a contested link names the sources that pull apart' }),
    }),
    z.strictObject({
      state: z.literal('not-linked'),
      ...judged,
      reason: shared.reason.min(40, { error: 'is too short: a rejected pair needs a reason of 40 characters or more' }),
    }),
    z.strictObject({ state: z.literal('not-assessed'), ...shared }),
  ],
  { error: (issue) => (issue.code === 'invalid_union' ? `must be one of ${LINK_STATES.join(', ')}` : 'needs a state') },
);

export type LinkData = z.infer<typeof linkSchema>;
export type JudgedLinkData = Exclude<LinkData, { state: 'not-assessed' }>;
export type Bearing = z.infer<typeof bearing>;
