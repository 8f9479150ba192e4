import { fits, LONGEST } from '../../documents/share-link/longest.ts';
import { part } from '../shared/dom.ts';
import type { QuietStatus } from '../shared/quiet-status.ts';

/**
 * Shows an address in its field and copies it. One that is too long to be sent is not shown. To be called in the press of the
 * button itself: only there, before anything is waited for, do browsers let a page write to the clipboard.
 *
 * @param address what makes it may be loading still: the browser waits for it
 * @param line what holds the field; hidden until now
 * @param thing what the link holds: "record"
 * @returns undefined where it is shown, else why not
 * @throws whatever keeps the address from coming
 */
export async function copyLink(
  address: Promise<string>,
  line: HTMLElement,
  status: QuietStatus,
  thing: string,
): Promise<string | undefined> {
  const copied = toClipboard(address);
  // told below, after the address
  copied.catch(() => undefined);
  const text = await address;
  line.hidden = !fits(text);
  if (line.hidden) {
    const count = (n: number): string => n.toLocaleString('en');
    return `This ${thing} is too long for a link: ${count(text.length)} of ${count(LONGEST)} characters. Save the JSON file and send that.`;
  }
  const field = part<HTMLInputElement>(line, 'input');
  field.value = text;
  try {
    await copied;
    status.answer('The link was copied.');
  } catch {
    field.focus();
    field.select();
    status.answer('Copy the link from the field.');
  }
  return undefined;
}

/** Writes a text that is still to come. Nothing is copied that is too long to be sent. */
async function toClipboard(address: Promise<string>): Promise<void> {
  const sent = address.then((text) => {
    if (!fits(text)) throw new RangeError('Too long to be sent.');
    return text;
  });
  // older browsers take a text only
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await sent);
  const blob = sent.then((text) => new Blob([text], { type: 'text/plain' }));
  // a browser that refuses at once does not wait for it
  blob.catch(() => undefined);
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
