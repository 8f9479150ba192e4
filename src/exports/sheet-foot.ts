import { officialAddress } from '../guide/addresses.ts';
import type { Guide } from '../guide/types.ts';
import { longDate } from '../lib/dates.ts';
import { doiAddress } from '../lib/urls.ts';
import { VOICES, type Voice } from '../lib/voices.ts';

/** The shape of each voice as a sign, where only text can stand: the foot of a sheet of paper. An example has a frame. */
const SIGNS: Readonly<Record<Voice, string>> = { paper: '■', others: '◉', editors: '◇', unknown: '–', example: '▭' };

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
  const official = study.data.doi ? doiAddress(study.data.doi) : officialAddress(study)?.url;
  const parts = [address, official && `Study: ${official}`, reviewed && `Reviewed ${longDate(reviewed)}`];
  return {
    source: parts.filter(Boolean).join(' · '),
    key: VOICES.map((voice) => `${SIGNS[voice]} ${about.voices[voice].label}`).join('\u2003'),
  };
}
