import { z } from 'astro/zod';
import type { Statement } from '../../guide/types.ts';
import { STANCES, VOICES } from '../../lib/voices.ts';

/** Fields that several kinds share in `guide.json`, and what fills them. */
export const words = (what: string) => z.string().describe(what);
export const list = (what: string) => z.array(z.string()).describe(what);

export const ref = words('kind and id, such as gaps/timetables');
export const address = words('where to read it: a whole web address, or a path where the site’s address is not known');
export const reviewed = words('the day somebody last checked it, YYYY-MM-DD');
export const voice = z.enum(VOICES).describe('whose it is');
export const stance = z.enum(STANCES).describe('how the source bears on it');
export const ours = z.literal('editors').describe('the editors’');
export const theirs = z.literal('others').describe('another publication’s, in our words');
export const papers = z.literal('paper').describe('the study’s, in our words');

/** What a statement of each voice carries beside its text; fields of other voices are left out. */
export const carriedFields = {
  at: list('paper: sentences of the abstract it rests on').optional(),
  from: list('editors: what it rests on; #name is a statement on the same page').optional(),
  because: words('editors: the reason').optional(),
  source: words('others: the id of the source').optional(),
  stance: stance.optional(),
  where: words('unknown: where the answer may be found').optional(),
};

export const ourText = z.strictObject({ voice: ours, text: z.string() });
export const relation = z.strictObject({ to: ref, why: words('the reason'), voice: ours });

export const editors = (text: string) => ({ voice: 'editors' as const, text });
export const relations = (next: readonly { to: string; why: string }[]) =>
  next.map(({ to, why }) => ({ to, why, voice: 'editors' as const }));

/** What the voice of a statement carries. */
export const carried = ({ at, from, because, source, stance, where }: Statement) => ({
  ...(at.length && { at: [...at] }),
  ...(from.length && { from: [...from] }),
  ...(because && { because }),
  ...(source && { source }),
  ...(stance && { stance }),
  ...(where && { where }),
});

/** The answer of an entry with its voice. */
export const spoken = (answer: Statement) => ({ voice: answer.voice, text: answer.text, ...carried(answer) });

/** The paragraphs of a page that is the editors' as a whole. */
export const paragraphsOf = (prose: string): string[] => prose.split('\n').filter(Boolean);
