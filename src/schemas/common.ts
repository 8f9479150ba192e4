import { z } from 'astro/zod';
import { isDay } from '../lib/dates.ts';

/** A name of lower case words joined by hyphens: file names, statement ids, address segments. */
export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** A lesson may be named by its minutes: `50-minutes`. */
export const LESSON_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const text = (what: string) =>
  z
    .string({ error: (issue) => (issue.input === undefined ? `is missing: ${what}` : `must be text: ${what}`) })
    .trim()
    .min(1, { error: `is empty: ${what}` })
    .max(3000, { error: 'is longer than 3,000 characters. Say it shorter' })
    .describe(what);

export const texts = (what: string) => z.array(text(what)).describe(what);

export const idText = (what: string) =>
  text(what).regex(ID, { error: 'must be lower case words joined by hyphens, such as "internal-funding"' });

/** `gaps/timetables`, `pages/evidence/how-sure`: whether it exists is a rule's business, not the schema's. */
export const refText = (what: string) => text(what);

/** A fact: a source, and one thing that it says. Whether it exists is a rule's business. */
export const factText = text('a source and one of its findings, such as academyhealth-2025-reorg#merger');

/** A day, kept as the text `YYYY-MM-DD`, so that no time zone can move it. */
export const day = (what: string) =>
  z
    .string({
      error: (issue) => (issue.input === undefined ? `is missing: ${what}` : 'must be a day such as 2026-11-24, without quotes or time'),
    })
    .refine(isDay, { error: 'is not a day of the calendar; write YYYY-MM-DD, such as 2026-11-24' })
    .describe(what);

export const webAddress = (what: string) =>
  text(what).regex(/^https:\/\/[^\s]+$/, { error: 'must be a web address that begins with https://' });

export const relation = z
  .strictObject({
    to: refText('the entry, such as gaps/routines'),
    why: text('the reason, as one sentence a reader sees'),
  })
  .describe('a link to another entry with its reason');

const answerText = text('the answer in one sentence');

const needsVoice = (voices: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? 'is missing: one sentence with its voice' : `needs voice: ${voices}, and what that voice must carry`;

/**
 * A sentence that is a statement: it carries what its voice must carry.
 *
 * @param more fields that it carries in every voice
 */
export const voicedSentence = <T extends z.ZodRawShape>(more: T) =>
  z.discriminatedUnion(
    'voice',
    [
      z.strictObject({ ...more, voice: z.literal('paper'), at: text('the sentences it rests on, such as results-2'), text: answerText }),
      z.strictObject({
        ...more,
        voice: z.literal('editors'),
        because: text('the reason'),
        from: text('what it rests on'),
        text: answerText,
      }),
      z.strictObject({
        ...more,
        voice: z.literal('others'),
        source: text('a file in content/sources'),
        stance: z.enum(['supports', 'refines', 'contradicts']),
        text: answerText,
      }),
    ],
    { error: needsVoice('paper, editors or others') },
  );

export const answer = voicedSentence({}).describe('one sentence with its voice; the page opens with it');

/** An answer that may also be made up for teaching. */
export const answerOrExample = z.discriminatedUnion('voice', [answer, z.strictObject({ voice: z.literal('example'), text: answerText })], {
  error: needsVoice('paper, editors, others or example'),
});
