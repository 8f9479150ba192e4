import { z } from 'astro/zod';
import { ENTRY_ID, ID_LIMIT, LIMITS, LINK_ID, MOST, MOST_PAIRS } from '../documents/decision-record/record.ts';
import { FORMAT, VERSION } from '../documents/decision-record/record-json.ts';
import { LINK_STATES } from '../lib/link-states.ts';
import { PAIR_VOICES } from '../lib/voices.ts';

const words = (what: string) => z.string().describe(what);
const written = (most: number, what: string) => z.string().max(most).describe(what);
const day = (what: string) => z.union([z.literal(''), z.iso.date()]).describe(`${what}: YYYY-MM-DD, or empty`);

const choice = z.strictObject({
  response: z.string().max(ID_LIMIT).regex(ENTRY_ID).describe('kind and id of the response, such as strategies-internal-funding'),
  why: written(LIMITS.why, 'why it fits here'),
  owner: written(LIMITS.owner, 'who owns it; one line'),
  step: written(LIMITS.step, 'the first step'),
  by: day('by when'),
  sign: written(LIMITS.sign, 'the sign to watch'),
  stop: written(LIMITS.stop, 'what would make the team stop'),
});

const seen = z.strictObject({
  link: z.string().max(ID_LIMIT).regex(LINK_ID).describe('id of the link, such as timetables--internal-funding'),
  state: z.enum(LINK_STATES).describe('what had become of the pair'),
  voice: z.enum(PAIR_VOICES).describe('whose judgment it was; empty where there was none'),
  judged: day('when it was judged'),
});

/** The shape of a record's JSON file: what `recordJson` writes. */
const recordFile = z
  .strictObject({
    $schema: z.url().optional().describe('the address of this schema; a file that was saved before it was published has none'),
    format: z.literal(FORMAT),
    version: z.literal(VERSION).describe('one more with each change that an older guide could not read'),
    guide: words('the name of the guide the record was made with'),
    edition: z.iso.date().describe('the day of the guide’s edition, YYYY-MM-DD'),
    address: words('the whole address of the page the record was made on'),
    made: z.iso.datetime().describe('the moment of saving, in universal time'),
    record: z
      .strictObject({
        title: written(LIMITS.title, 'the name of the decision; one line'),
        gaps: z
          .array(z.string().max(ID_LIMIT).regex(ENTRY_ID))
          .max(MOST)
          .describe('kind and id of each gap the team found, such as gaps-timetables; each once'),
        choices: z.array(choice).max(MOST).describe('each response the team chose, once, with its own words'),
        review: day('when the team looks at it again'),
        people: written(LIMITS.people, 'who took part'),
        seen: z.array(seen).max(MOST_PAIRS).describe('the pairs of these gaps and responses as they stood in the guide'),
      })
      .describe('everything in it but the names of entries and pairs is the team’s own'),
  })
  .describe('A decision record: what a team found, chose and agreed to look at again.');

/**
 * The JSON Schema of a record's JSON file, draft 2020-12.
 *
 * @param address where the schema stands, if that is known
 */
export function recordJsonSchema(address?: string): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(recordFile, { target: 'draft-2020-12', io: 'output' });
  return { $schema, ...(address && { $id: address }), title: 'decision-record.json', ...rest };
}
