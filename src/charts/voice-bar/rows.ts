import { KINDS, type Kind } from '../../guide/kinds.ts';
import { kindTitle, titleOf } from '../../guide/labels.ts';
import type { Guide } from '../../guide/types.ts';
import { valueFor } from '../../lib/items.ts';
import { VOICES, type Voice } from '../../lib/voices.ts';

/** One statement of the guide. */
export type VoiceRow = {
  id: string;
  page: string;
  page_name: string;
  on: string;
  voice: Voice;
  text: string;
};

export const VOICE_COLUMNS: Record<keyof VoiceRow, string> = {
  id: 'the statement: its page, #, its fragment',
  page: 'the page it stands on: kind and id',
  page_name: 'the name of that page',
  on: 'the kind of page',
  voice: 'whose the statement is: paper, others, editors, unknown or example',
  text: 'the statement without markup',
};

/** Every statement of the guide: by kind of page, and there by voice. */
export function voiceRows(guide: Guide): VoiceRow[] {
  const rowsOf = (kind: Kind, voice: Voice): VoiceRow[] =>
    guide.statements.flatMap((statement) => {
      const entry = valueFor(guide.entries, statement.page);
      if (entry.kind !== kind || statement.voice !== voice) return [];
      const { id, page, text } = statement;
      return { id: `${page}#${id}`, page, page_name: titleOf(entry), on: kindTitle(guide, kind), voice, text };
    });
  return KINDS.flatMap((kind) => VOICES.flatMap((voice) => rowsOf(kind, voice)));
}
