/** The notice for a file whose character encoding had to be guessed. */
export const GUESSED =
  'This file was saved again in an older encoding. It was read as Windows-1252: look at letters such as é, ü or ł before you go on.';

/** The notice for a file that had lost letters before it was opened. */
export const BROKEN = 'Some letters in this file were broken before it was opened. They are shown as �.';

/**
 * The text of a file. What our pages save is UTF-8; editors may have saved it again as UTF-16 with a mark, or as the old
 * encoding of Windows, which marks nothing.
 *
 * @returns the text, and what to tell of its letters
 */
export function fileText(bytes: Uint8Array): { text: string; says: string[] } {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (marked) return told(new TextDecoder(marked).decode(bytes));
  try {
    return told(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), says: [GUESSED] };
  }
}

const told = (text: string): { text: string; says: string[] } => ({ text, says: text.includes('\ufffd') ? [BROKEN] : [] });
