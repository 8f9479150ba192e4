import { tidyLine } from './texts.ts';

/** An address as a file may link to it: of the web or a path of the site, with everything unusual encoded. Empty where it is neither. */
export function linkTarget(address: string): string {
  const plain = tidyLine(address);
  if (!/^(https?:\/\/|\/(?!\/))/i.test(plain)) return '';
  // what is encoded already stays as it is
  return encodeURI(plain).replace(/%25(?=[\dA-F]{2})/gi, '%');
}
