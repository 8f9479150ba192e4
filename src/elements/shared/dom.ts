/**
 * The part of an element that it cannot work without.
 *
 * @throws Error that names the element and the part, where it is missing
 */
export function part<T extends Element = HTMLElement>(root: Element | DocumentFragment, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`<${root.nodeName.toLowerCase()}> needs ${selector}.`);
  return found;
}

/**
 * What an element stands in and cannot work without.
 *
 * @throws Error that names the element and what is missing
 */
export function around<T extends Element = HTMLElement>(inner: Element, selector: string): T {
  const found = inner.closest<T>(selector);
  if (!found) throw new Error(`<${inner.nodeName.toLowerCase()}> needs ${selector} around it.`);
  return found;
}

/** Writes a text where it is another one: what is written again is laid out and announced again. */
export function write(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text;
}

/** A new element with text. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = '', ...children: readonly Node[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

/** The head of a column or a row of a table. */
export function header(text: string, scope: 'col' | 'row'): HTMLTableCellElement {
  const made = element('th', text);
  made.scope = scope;
  return made;
}

/** The heads of the columns of a table. */
export const columns = (...names: readonly string[]): HTMLTableSectionElement =>
  element('thead', '', element('tr', '', ...names.map((name) => header(name, 'col'))));

/** A button that does something in place. */
export function button(text: string, run?: () => void): HTMLButtonElement {
  const made = element('button', text);
  made.type = 'button';
  if (run) made.addEventListener('click', run);
  return made;
}

/** A link. */
export function linkTo(address: string, text: string): HTMLAnchorElement {
  const made = element('a', text);
  made.href = address;
  return made;
}
