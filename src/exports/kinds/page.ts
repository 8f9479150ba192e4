import { z } from 'astro/zod';
import { capital } from '../../lib/text.ts';
import { pageBlocks } from '../edition/page.ts';
import type { Exported } from './exported.ts';
import { address, editors, list, ourText, paragraphsOf, ref, relation, relations, reviewed, words } from './parts.ts';

export const pageJson = z.strictObject({
  ref,
  kind: z.literal('pages'),
  title: words('the heading of the page'),
  address,
  description: words('what the page is, in a sentence'),
  voice: z.enum(['each', 'editors']).describe('each: its statements are in `statements`; editors: all of its text is ours'),
  text: z.array(ourText).describe('paragraphs of a page that is the editors’ as a whole'),
  aliases: list('other words for it'),
  next: z.array(relation).describe('what to read next'),
  reviewed,
});

export const page: Exported<'pages', z.infer<typeof pageJson>> = {
  json: (_, { data, prose }, base) => ({
    ...base,
    kind: 'pages',
    description: data.description,
    voice: data.voice,
    text: data.voice === 'editors' ? paragraphsOf(prose).map(editors) : [],
    aliases: data.aliases,
    next: relations(data.next),
    reviewed: data.reviewed,
  }),
  name: (_, { data }, base) => ({
    ...base,
    also: data.aliases,
    questions: [],
    summary: data.description,
    ...(data.voice === 'editors' && { voice: 'editors', voices: ['editors'] }),
  }),
  blocks: pageBlocks,
  line: ({ about }, { data }) => `${capital(about.voices.editors.possessive)}: ${data.description}`,
};
