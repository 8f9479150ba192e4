import { z } from 'astro/zod';
import { factOf } from '../../guide/facts.ts';
import type { Exported } from './exported.ts';
import { address, list, ref, relation, relations, reviewed, theirs, words } from './parts.ts';

export const mechanismJson = z.strictObject({
  ref,
  kind: z.literal('mechanisms'),
  title: words('what this way of paying is called'),
  address,
  voice: theirs,
  text: words('what the source says of it, in our words'),
  payer: words('who pays, as the source tells it'),
  payers: list('who pays, in the words of guide.yaml'),
  country: words('where it runs'),
  pays_for: words('what the money is for'),
  lasts: words('how long the money lasts').optional(),
  sum: words('the sum as printed').optional(),
  who_may_apply: words('who may apply').optional(),
  status: words('what is known of its state'),
  as_of: words('of when that is'),
  source: words('the id of the source'),
  fact: words('the finding of the source'),
  cases: list('ids of cases that are paid in this way'),
  bears_on: z.array(relation).describe('findings it bears on; the reading is ours'),
  reviewed,
});

export const mechanism: Exported<'mechanisms', z.infer<typeof mechanismJson>> = {
  json: (guide, { data }, base) => {
    const { source, finding } = factOf(guide, data.fact);
    const { payer, payers, country, lasts, sum, status, cases, reviewed: day } = data;
    return {
      ...base,
      kind: 'mechanisms',
      voice: 'others',
      text: finding.text,
      payer,
      payers,
      country,
      pays_for: data['pays-for'],
      ...(lasts && { lasts }),
      ...(sum && { sum }),
      ...(data['who-may-apply'] && { who_may_apply: data['who-may-apply'] }),
      status,
      as_of: data['as-of'],
      source: source.id,
      fact: finding.id,
      cases,
      bears_on: relations(data['bears-on']),
      reviewed: day,
    };
  },
  name: (_, { data }, base) => ({
    ...base,
    also: [data.payer, data.country, ...[data.sum, data['who-may-apply']].filter((text) => text !== undefined)],
    questions: [],
    summary: `${data.payer}. ${data['pays-for']}`,
    voice: 'others',
    voices: ['others'],
  }),
};
