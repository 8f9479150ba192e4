import type { Guide } from '../guide/types.ts';
import { longDate } from '../lib/dates.ts';
import { VOICE_SIGNS, VOICES } from '../lib/voices.ts';
import { citeAs } from './citation.ts';

/**
 * What stands at the foot of each sheet of a printed page: the way back to the page and to the study, of when it is, and the
 * key to the marks.
 *
 * @param address where the page stands; undefined where that is not known
 * @param reviewed the day somebody last read it; undefined for a page without one
 */
export function sheetFoot(
  { about, study }: Pick<Guide, 'about' | 'study'>,
  { address, reviewed }: { address: string | undefined; reviewed: string | undefined },
): { source: string; key: string } {
  const official = citeAs(study);
  const parts = [address, official && `Study: ${official}`, reviewed && `Reviewed ${longDate(reviewed)}`];
  return {
    source: parts.filter(Boolean).join(' · '),
    key: VOICES.map((voice) => `${VOICE_SIGNS[voice]} ${about.voices[voice].label}`).join('\u2003'),
  };
}
