import { cited } from '../../guide/cited.ts';
import type { Guide } from '../../guide/types.ts';
import type { AddressFor } from '../addresses.ts';

/** A feedback with whose it is and where it stands: a learning platform shows it without our marks and links. */
export function feedbackText(guide: Guide, feedback: string, from: string, addressFor: AddressFor): string {
  const { voice, label, ref, fragment } = cited(guide, from);
  return `${feedback} [${guide.about.voices[voice].label}: ${label}, ${addressFor(ref, fragment)}]`;
}
