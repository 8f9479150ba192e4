import { addressOf, href, link } from '../lib/urls.ts';

/** The address of an entry or a statement as a file should give it. */
export type AddressFor = (ref: string, fragment?: string) => string;

export interface Addresses {
  addressFor: AddressFor;
  /** the address of a file by its path in the site, such as /data/links.csv */
  fileFor: (path: string) => string;
}

/** Whether a file may link to what `addressesAt` gave: it is an address of the web, and no words. */
export const isWhole = (address: string): boolean => /^https?:\/\//.test(address);

/**
 * Where things stand, for files that readers take away: whole addresses where the site's is known. Where it is not, words, since
 * a path leads nowhere from a disk or a learning platform, or to something else: "page /gaps/timetables/ of the guide". Whatever
 * writes a link asks `isWhole` first.
 */
export function addressesAt(site: URL | undefined): Addresses {
  if (site) {
    const whole = (path: string): string => new URL(path, site).href;
    return { addressFor: (ref, fragment) => whole(link(ref, fragment)), fileFor: (path) => whole(href(path)) };
  }
  return {
    addressFor: (ref, fragment) => `page ${addressOf(ref, fragment)} of the guide`,
    fileFor: (path) => `file ${path} of the guide`,
  };
}
