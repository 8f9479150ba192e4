import { longDate } from '../../lib/dates.ts';
import { numbered } from '../../lib/text.ts';

const MB = 1_000_000;

/** Bytes as readers know them: "under 0.1 MB", "4.2 MB", "26 MB". */
export function sizeWords(bytes: number): string {
  const size = bytes / MB;
  if (size < 0.1) return 'under 0.1 MB';
  return `${size < 9.95 ? size.toFixed(1) : Math.round(size)} MB`;
}

/** The same in whole kB where it is less than 1 MB: "under 1 kB", "340 kB". For what is one file. */
export const fileSizeWords = (bytes: number): string =>
  bytes >= MB ? sizeWords(bytes) : bytes < 1000 ? 'under 1 kB' : `${Math.round(bytes / 1000)} kB`;

/** A day of an edition, or a word where a guide names none. */
const dayWords = (day: string): string => (day ? `the edition of ${longDate(day)}` : 'an edition without a day');

/** How a copy stands, as far as the page knows. */
export type Standing =
  | { state: 'none' }
  /** what is read is kept, and no more */
  | { state: 'read'; pages: number; bytes: number }
  /** begun and not finished */
  | { state: 'part'; bytes: number; of: number }
  /** all of a build, or all but some files that were lost since */
  | { state: 'whole'; day: string; bytes: number; lost: number };

/** What stands on this device. */
export function standingWords(standing: Standing): string {
  switch (standing.state) {
    case 'none':
      return 'Nothing of this guide is kept on this device.';
    case 'read':
      return `What you read is kept on this device: ${numbered(standing.pages, 'page', 'pages')} so far, ${sizeWords(standing.bytes)}.`;
    case 'part':
      return `A part of the guide is on this device: ${sizeWords(standing.bytes)} of ${sizeWords(standing.of)}.`;
    case 'whole': {
      const kept = `The whole guide is on this device: ${dayWords(standing.day)}, ${sizeWords(standing.bytes)}.`;
      const { lost } = standing;
      return lost === 0 ? `${kept} It opens without a connection.` : `${kept} But ${numbered(lost, 'file is', 'files are')} missing.`;
    }
  }
}

/**
 * That there is a newer edition than the one that is kept.
 *
 * @param day of the newer one; two builds may be of one day
 * @param bytes that must be fetched for it
 */
export const newerWords = (day: string, bytes: number): string =>
  `The guide has changed since: ${dayWords(day)} is there, and ${sizeWords(bytes)} of it differs.`;

/** How far it is, while files are fetched. */
export const progressWords = (done: number, of: number): string => `${sizeWords(done)} of ${sizeWords(of)}`;

/** What a button fetches: what it takes on the device, and how much a line carries for it. */
export const costWords = ({ bytes, sent }: { bytes: number; sent: number }): string =>
  `${sizeWords(bytes)} on this device, about ${sizeWords(sent)} to download`;

/** Why something was not kept. */
export type Failure = 'full' | 'line' | 'altered' | 'removed' | 'changing' | 'refused';

/**
 * Why it stopped, and what is true now.
 *
 * @param whole whether another edition is kept whole, which stays as it is
 */
export function failureWords(why: Failure, whole: boolean): string {
  const stays = whole ? ' The edition that was kept is still whole.' : '';
  switch (why) {
    case 'full':
      return `Not kept: this device has no room left for it.${stays}`;
    case 'line':
      return `Stopped: the server did not send what was asked for.${stays} What was fetched stays, so that it can go on later.`;
    case 'altered':
      return `Not kept: the files that arrived are not the ones that were built. The server, or something on the way, changes them.${stays}`;
    case 'changing':
      return `Stopped: the guide changed while it was fetched.${stays} Please try again.`;
    case 'removed':
      return 'Stopped: the copy was removed in another tab.';
    case 'refused':
      return 'This browser does not let the guide be kept. Private windows often do not.';
  }
}

/** Why nothing can be kept here at all. */
export const CANNOT = {
  insecure: 'The guide can be kept only where it is served over HTTPS. Here it is not.',
  browser: 'This browser cannot keep the guide. The files above work in any.',
};
export const NOT_BUILT = 'Copies are made of a built guide only.';
export const FETCHING = 'The guide is being fetched.';
export const BUSY = 'Another tab is keeping the guide now.';
export const STOPPED = 'Stopped. What was fetched stays, so that it can go on later.';
export const REMOVED =
  'Removed: pages, files and the program that served them. What you wrote in this browser, such as a record or a self-check, was not touched.';

/**
 * What stands above a page that comes from the copy.
 *
 * @param day of the edition that the page is from
 * @param changed whether a later build was seen, in which this page may differ
 */
export const keptPageWords = (day: string, changed: boolean): string =>
  `The server could not send this page in time: it is from the copy on this device, ${dayWords(day)}.${changed ? ' The guide has changed since.' : ''}`;

/**
 * The same where the copy does not have the page either.
 *
 * @param known whether the guide has such a page, as far as the copy knows
 */
export const notKeptWords = (known: boolean): string =>
  known
    ? 'The server could not send this in time, and it is not in the copy on this device. It may be there later, or once you are connected.'
    : 'The server could not send this in time, and the copy on this device knows of no such page.';
