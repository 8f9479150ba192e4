import { z } from 'astro/zod';
import { authorName } from '../../guide/labels.ts';
import { capital, stop } from '../../lib/text.ts';
import { sourceBlocks } from '../edition/source.ts';
import type { Exported } from './exported.ts';
import { address, ref, reviewed, words } from './parts.ts';

export const sourceJson = z
  .strictObject({ ref, kind: z.literal('sources'), title: words('name and year, as a short citation'), address, reviewed })
  .describe('a source by its name; its record is in `sources`');

export const source: Exported<'sources', z.infer<typeof sourceJson>> = {
  json: (_, { data }, base) => ({ ...base, kind: 'sources', reviewed: data.reviewed }),
  name: (_, { data }, base) => ({
    ...base,
    also: [data.title, ...data.authors.map(authorName), data.year?.toString(), data.doi, data.pmid].filter((text) => text !== undefined),
    questions: [],
    summary: `${stop(data.title)} ${capital([data.kind, data.design, data.setting, data.container].filter(Boolean).join('; '))}.`,
  }),
  blocks: sourceBlocks,
  line: (_, { data }) => `${stop(data.title)} ${capital(data.kind)}.`,
};
