/** Whether XML 1.0 has a place for a character, be it escaped (section 2.2 of the specification). */
const fits = (character: string): boolean => {
  const code = character.codePointAt(0) as number;
  return (
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || code > 0xffff
  );
};

/** A text as it stands in XML, in an element or in an attribute. */
export const escapeXml = (text: string): string =>
  [...text].filter(fits).join('').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A child of an element: another element, or a text to escape. Nothing stands where it is left out. */
export type Child = Xml | string | false | undefined;
/** An element that is written already. */
export interface Xml {
  xml: string;
}

/**
 * An element as XML.
 *
 * @param attributes those that are undefined are left out
 */
export function el(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly Child[]
): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  const inside = children.map((child) => (typeof child === 'string' ? escapeXml(child) : child ? child.xml : '')).join('');
  return { xml: inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>` };
}

/** A whole document. */
export const documentOf = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`;

/** A question's id as a name of XML, which begins with no digit and is no name of a test or its parts. */
export const itemName = (id: string): string => `item-${id}`;
