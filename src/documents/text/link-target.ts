import { tidyLine } from './texts.ts';

/** An address as a file may link to it: of the web, with everything unusual encoded. Empty for anything else: a path leads nowhere from a file. */
export function linkTarget(address: string): string {
  const plain = tidyLine(address);
  if (!/^https?:\/\//i.test(plain)) return '';
  // what is encoded already stays as it is
  return encodeURI(plain).replace(/%25(?=[\dA-F]{2})/gi, '%');
}
