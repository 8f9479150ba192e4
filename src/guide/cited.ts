import type { Voice } from '../lib/voices.ts';
import { sentenceLabel, titleOf } from './labels.ts';
import type { Guide, Statement } from './types.ts';

/** What a `from` names, as a reader needs it: whose it is, its name, and where it stands. */
export interface Cited {
  voice: Voice;
  label: string;
  /** reference of the page it stands on */
  ref: string;
  fragment?: string;
  statement?: Statement;
}

/**
 * What one `from` names: a sentence of the study, a statement (`gaps/timetables#lag`), an entry or a source.
 *
 * @throws Error where there is no such thing; the rules refuse it before
 */
export function cited(guide: Pick<Guide, 'entries' | 'sentences'>, from: string): Cited {
  if (guide.sentences.has(from)) return { voice: 'paper', label: sentenceLabel(from), ref: 'pages/evidence/the-paper', fragment: from };
  const [name = '', id] = from.split('#');
  const ref = name.includes('/') ? name : `sources/${name}`;
  const entry = guide.entries.get(ref);
  if (!entry) throw new Error(`"${from}": there is no such sentence, entry or source.`);
  if (entry.kind === 'sources') return { voice: 'others', label: entry.data.short, ref };
  const statement = entry.statements.find((s) => s.id === (id ?? (entry.kind === 'links' ? 'reason' : 'answer')));
  return {
    voice: statement?.voice ?? 'editors',
    label: titleOf(entry),
    ref,
    ...(id && { fragment: id }),
    ...(statement && { statement }),
  };
}
