import type { Run, ShownStatement } from '../../documents/statement-tools/texts.ts';

/** What stands inside a statement and is none of its words. */
const APART = '[role="tooltip"], .tools, .tools-panel';

/** Where a statement begins: its mark, or the row of a table that has an address of its own. */
export const STARTS = 'main :is(.voice[data-voice] > .body:has(> .said), figcaption) > .mark, main tr[data-mark]';

/** The text of an element in pieces, with the links behind them; each run of blanks is one, none at the edges. */
function runsOf(element: Element): Run[] {
  const runs: Run[] = [];
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const at = node.parentElement;
    const text = (node.nodeValue ?? '').replace(/\s+/g, ' ');
    if (!text || at?.closest(APART)) continue;
    const href = at?.closest('a')?.href;
    const last = runs.at(-1);
    if (last && last.href === href) last.text += text;
    else runs.push(href ? { text, href } : { text });
  }
  const [first, last] = [runs[0], runs.at(-1)];
  if (first) first.text = first.text.trimStart();
  if (last) last.text = last.text.trimEnd();
  return runs.filter(({ text }) => text);
}

/** The words of an element, as one line. */
export const wordsIn = (element: Element): string =>
  runsOf(element)
    .map(({ text }) => text)
    .join('')
    .replace(/ +/g, ' ');

/** The fragment that leads to a statement: its own, else that of what it stands in, else that of the heading over it. */
const fragmentOf = (root: Element): string =>
  root.querySelector(':scope > [id]')?.id || root.closest('[id]:not(main)')?.id || root.closest('section')?.querySelector('[id]')?.id || '';

/** What all statements of a page share. */
export interface Around extends Pick<ShownStatement, 'page' | 'guide' | 'reviewed'> {
  /** the address of the page */
  address: string;
  /** what the mark of each voice means */
  meanings: Readonly<Record<string, string | undefined>>;
  /** the reference of the study, on which a statement of the paper rests */
  study: string;
}

/**
 * Reads a statement from its page.
 *
 * @param start where it begins (see `STARTS`)
 */
export function shownStatement(start: Element, { page, guide, reviewed, address, meanings, study }: Around): ShownStatement {
  const root = start.closest('tr, .voice, figcaption') as HTMLElement;
  const fragment = fragmentOf(root);
  const voice = root.closest<HTMLElement>('[data-voice]')?.dataset.voice ?? '';
  const shared = { page, guide, reviewed, meaning: meanings[voice] ?? '', address: fragment ? `${address}#${fragment}` : address };
  if (root.localName === 'tr') {
    // a cell under its heading; whose it is stands in the sign before the words
    const heads = [...(root.closest('table')?.querySelectorAll('thead th') ?? [])];
    const words = [...root.children].map((cell, i) => `${wordsIn(heads[i] ?? cell)}: ${wordsIn(cell)}`);
    return { ...shared, mark: root.dataset.mark ?? '', words, notes: [] };
  }
  // a figure says its answer in its heading, and what that rests on under the drawing
  const figure = root.localName === 'figcaption';
  const said = root.querySelectorAll(figure ? ':is(h2, h3)' : '.said :is(p, li)');
  const notes = figure ? root.parentElement?.querySelectorAll('.credit') : root.querySelectorAll('.note > *');
  return {
    ...shared,
    section: root.closest('section')?.querySelector('h2')?.textContent?.trim(),
    mark: [wordsIn(start), root.dataset.judged].filter(Boolean).join(' · '),
    words: [...said].map((part) => (part.matches('li') ? `• ${wordsIn(part)}` : wordsIn(part))),
    notes: [...(voice === 'paper' && !figure ? [[{ text: study }]] : []), ...[...(notes ?? [])].map(runsOf)],
  };
}
