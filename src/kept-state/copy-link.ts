import type { QuietStatus } from '../explore/quiet-status.ts';
import { fits, LONGEST } from '../share-link/link.ts';

/**
 * Shows an address in its field and copies it. One that is too long to be sent is not shown.
 *
 * @param line what holds the field; hidden until now
 * @param thing what the link holds: "record"
 * @returns undefined where it is shown, else why not
 */
export async function copyLink(address: string, line: HTMLElement, status: QuietStatus, thing: string): Promise<string | undefined> {
  line.hidden = !fits(address);
  if (line.hidden) {
    const count = (n: number): string => n.toLocaleString('en');
    return `This ${thing} is too long for a link: ${count(address.length)} of ${count(LONGEST)} characters. Save the JSON file and send that.`;
  }
  const field = line.querySelector('input') as HTMLInputElement;
  field.value = address;
  try {
    await navigator.clipboard.writeText(address);
    status.say('The link was copied.');
  } catch {
    field.focus();
    field.select();
    status.say('Copy the link from the field.');
  }
  return undefined;
}
