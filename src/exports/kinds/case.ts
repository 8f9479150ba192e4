import { z } from 'astro/zod';
import { choosersOf, factsOfCase, payersOf } from '../../guide/cases.ts';
import { ASPECTS } from '../../lib/aspects.ts';
import { recordOf } from '../../lib/records.ts';
import { stop } from '../../lib/text.ts';
import { caseBlocks } from '../edition/case.ts';
import type { Exported } from './exported.ts';
import { address, list, ours, ref, reviewed, theirs, words } from './parts.ts';

const fact = words('a source and one of its findings, joined by #; the fact stands in `sources`');

export const caseJson = z.strictObject({
  ref,
  kind: z.literal('cases'),
  title: words('its full name'),
  address,
  voice: theirs,
  short: words('a name for tables'),
  organization: words('the one organization that runs it, where there is one').optional(),
  country: words('where it is'),
  system: words('what kind of place it is in'),
  telling: z.strictObject({ text: z.string(), fact, voice: theirs }).describe('what is telling about who pays here'),
  payers: z.array(z.strictObject({ payer: words('who pays'), fact })),
  choosers: z.array(z.strictObject({ chooser: words('who chooses topics'), fact })),
  facts: z.strictObject(recordOf(ASPECTS, () => list('facts'))).describe('its facts, by what they are about'),
  illustrates: z.array(z.strictObject({ to: ref, fact, why: words('our reading'), voice: ours })).describe('findings it makes visible'),
  unknown: list('what was read does not tell'),
  reviewed,
});

export const realCase: Exported<'cases', z.infer<typeof caseJson>> = {
  json: (_, { data }, base) => {
    const { name: __, formerly: ___, telling, illustrates, ...rest } = data;
    return {
      ...base,
      ...rest,
      kind: 'cases',
      voice: 'others',
      telling: { ...telling, voice: 'others' },
      illustrates: illustrates.map((one) => ({ ...one, voice: 'editors' as const })),
    };
  },
  name: (guide, entry, base) => ({
    ...base,
    also: [
      entry.data.short,
      entry.data.organization ?? [],
      entry.data.country,
      entry.data.system,
      payersOf(guide, entry).map(({ label }) => label),
      choosersOf(guide, entry).map(({ label }) => label),
    ].flat(),
    questions: factsOfCase(guide, entry).map(({ finding }) => finding.text),
    summary: entry.data.telling.text,
    voice: 'others',
  }),
  blocks: caseBlocks,
  line: (guide, { data }) => `**${guide.about.voices.others.label}.** ${stop(data.telling.text)}`,
};
