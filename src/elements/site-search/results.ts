import type { Result } from './engine.ts';
import { passage, type VoiceMark } from './passage.ts';

/** How many places inside a page are named. */
const PLACES = 3;

const make = (name: string, cls = '', ...inside: (string | Node)[]): HTMLElement => {
  const element = document.createElement(name);
  if (cls) element.className = cls;
  element.append(...inside);
  return element;
};

const linkTo = (address: string, text: string, cls = ''): HTMLElement => {
  const link = make('a', cls, text);
  link.setAttribute('href', address);
  return link;
};

/** One result: kind, title, why it is here, a passage under its own mark, and places inside the page. */
export function drawResult(found: Result, voices: readonly VoiceMark[]): HTMLElement {
  const { name, because } = found;
  const item = make('li', '', make('p', 'kind', name.label ?? name.kind), linkTo(name.address, name.title, 'to'));
  if (because) item.append(make('p', 'because', 'because: ', make('q', '', because)));
  item.append(drawExcerpt(found, voices));
  const places = placesIn(found);
  if (places.length > 0) item.append(make('ul', '', ...places.map(({ title, address }) => make('li', '', linkTo(address, title)))));
  return item;
}

/** The results of browsing: each kind begins with its name. */
export function drawGroups(found: readonly Result[], voices: readonly VoiceMark[]): HTMLElement[] {
  return found.map((one, at) => {
    const item = drawResult(one, voices);
    const { kind } = one.name;
    const label = item.querySelector('.kind');
    if (found[at - 1]?.name.kind === kind) label?.remove();
    else label?.replaceWith(make('h2', 'kind', kind));
    return item;
  });
}

function drawExcerpt({ name, page, terms: [term] }: Result, voices: readonly VoiceMark[]): HTMLElement {
  const text = page && passage(page, voices);
  const excerpt = make('p', 'excerpt');
  const mark = voices.find(({ voice }) => voice === (term ?? (text?.voice ? text : name)).voice);
  if (mark) {
    excerpt.classList.add(mark.voice);
    excerpt.append(make('b', '', `${mark.label}: `));
  }
  if (term) excerpt.append(term.summary);
  else if (text?.voice) excerpt.append(...text.pieces.map(({ text: words, marked }) => (marked ? make('mark', '', words) : words)));
  else excerpt.append(name.summary);
  return excerpt;
}

function placesIn({ name, page, terms }: Result): { title: string; address: string }[] {
  const places = new Map<string, string>();
  for (const { title, address } of terms) if (!places.has(title)) places.set(title, address);
  for (const { title, url, anchor } of page?.sub_results ?? [])
    if (anchor && title !== name.title && !places.has(title)) places.set(title, url);
  return [...places].slice(0, PLACES).map(([title, address]) => ({ title, address }));
}
