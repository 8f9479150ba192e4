/**
 * Why a link cannot be read. `damaged`: characters in it were changed. `version`: its version is no number from 1 to 999,999.
 * `too-long`: more than 20,000 characters. `too-large`: more than 200,000 bytes of text. `not-text`: no UTF-8.
 */
export type Why = 'damaged' | 'version' | 'too-long' | 'too-large' | 'not-text';

/** What a fragment turned out to be. */
export type Unpacked =
  /** no such link: another mark, the id of a heading, or so little of a link that nothing tells it apart */
  | { state: 'none' }
  | { state: 'whole'; version: number; fields: string[] }
  /** characters are missing: the first fields, as far as they are whole, of how many; undefined where that is cut off too */
  | { state: 'cut'; version: number; fields: string[]; of: number | undefined }
  /** made by a later version of the site */
  | { state: 'newer'; version: number }
  | { state: 'unreadable'; why: Why };
