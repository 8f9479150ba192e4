import { z } from 'astro/zod';
import { ENTRY_ID, ID_LIMIT } from '../documents/decision-record/record.ts';
import { LIMITS, MOST_CHAIRS, MOST_QUESTIONS } from '../documents/self-check/chair.ts';
import { CHECK_FILE } from '../documents/self-check/check-json.ts';
import { ANSWERS } from '../lib/answers.ts';

const given = z.strictObject({
  question: z.string().max(ID_LIMIT).regex(ENTRY_ID).describe('the id of the question, such as timetables'),
  wording: z
    .union([z.literal(''), z.string().regex(/^[0-9a-z]{3}$/)])
    .describe('a stamp of the words of the question when it was answered; empty where they have changed since'),
  answer: z.enum([...ANSWERS, '']).describe('empty where it was not answered: that is never filled in'),
  note: z.string().max(LIMITS.note).describe('in the words of whoever answers'),
});

/** The shape of a self-check's JSON file: what `checkJson` writes. */
const checkFile = z
  .strictObject({
    format: z.literal(CHECK_FILE.format),
    version: z.literal(CHECK_FILE.version).describe('one more with each change that an older guide could not read'),
    guide: z.string().describe('the name of the guide it was made with'),
    edition: z.iso.date().describe('the day of the guide’s edition, YYYY-MM-DD'),
    address: z.string().describe('the whole address of the page it was made on'),
    made: z.iso.datetime().describe('the moment of saving, in universal time'),
    views: z
      .array(
        z.strictObject({
          role: z.string().max(LIMITS.role).describe('who answers; one line'),
          answers: z.array(given).max(MOST_QUESTIONS).describe('questions with an answer or a note, each once'),
        }),
      )
      .max(MOST_CHAIRS)
      .describe('one view for each person'),
  })
  .describe('Views of one system, as people gave them: no score, no level, no benchmark.');

/** The JSON Schema of a self-check's JSON file, draft 2020-12. */
export function checkJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(checkFile, { target: 'draft-2020-12', io: 'output' });
  return { $schema, title: 'self-check.json', ...rest };
}
