import { href, link } from '../lib/urls.ts';

/** The address of an entry or a statement as a file should give it. */
export type AddressFor = (ref: string, fragment?: string) => string;

export interface Addresses {
  addressFor: AddressFor;
  /** the address of a file by its path in the site, such as /data/links.csv */
  fileFor: (path: string) => string;
}

/** Whole addresses where the site's is known, paths with the base elsewhere. */
export function addressesAt(site: URL | undefined): Addresses {
  const whole = (path: string): string => (site ? new URL(path, site).href : path);
  return { addressFor: (ref, fragment) => whole(link(ref, fragment)), fileFor: (path) => whole(href(path)) };
}

/** Whether an address leads anywhere from a file that was taken away from the site. */
export const isWhole = (address: string): boolean => /^https?:\/\//.test(address);

/** The same address, or nothing where it would lead nowhere: for texts that are put together of what there is. */
export const ifWhole = (address: string): string => (isWhole(address) ? address : '');
