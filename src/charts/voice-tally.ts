import { listed } from '../lib/text.ts';
import type { GuideData } from '../schemas/guide.ts';
import { VOICES, type Voice } from '../schemas/kinds.ts';

/** How many of each voice, in the order of voices; voices without any are left out. */
export const voiceCounts = (rows: readonly { voice: Voice }[]): { voice: Voice; count: number }[] =>
  VOICES.map((voice) => ({ voice, count: rows.filter((row) => row.voice === voice).length })).filter(({ count }) => count > 0);

/** The same in words: "12 the paper's, 3 others' and 30 ours". */
export const voiceTally = (rows: readonly { voice: Voice }[], { voices }: Pick<GuideData, 'voices'>): string =>
  listed(voiceCounts(rows).map(({ voice, count }) => `${count} ${voices[voice].possessive}`));
