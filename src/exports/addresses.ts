import { href, link } from '../lib/urls.ts';

/** The address of an entry or a statement as a file should give it. */
export type AddressFor = (ref: string, fragment?: string) => string;

export interface Addresses {
  addressFor: AddressFor;
  /** the address of a file by its path in the site, such as /data/links.csv */
  fileFor: (path: string) => string;
}

/** Whether a file may link to what `addressesAt` gave: it is an address of the web, and no words. */
export const isWhole = (address: string): boolean => /^https?:\/\//.test(address);

/** Whole addresses where the site's is known, paths with the base elsewhere. */
export function addressesAt(site: URL | undefined): Addresses {
  const whole = (path: string): string => (site ? new URL(path, site).href : path);
  return { addressFor: (ref, fragment) => whole(link(ref, fragment)), fileFor: (path) => whole(href(path)) };
}
