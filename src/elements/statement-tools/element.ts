import { copiedHtml, copiedText, objectionAddress, objectionText } from '../../documents/statement-tools/texts.ts';
import { clip } from '../../lib/text.ts';
import { button, element, linkTo, part } from '../shared/dom.ts';
import { STARTS, shownStatement, wordsIn } from './shown-statement.ts';

/** Words of a statement in the name of its button. */
const MOST_NAMED = 60;
/** Between a button and its panel: room for the ring. */
const GAP = 6;

/**
 * Gives each statement of the page a button, quiet until it is wanted: it opens what copies a link to the statement, copies the
 * statement with its mark and its source, and begins an objection. Around the link that tells how to object, which is all there
 * is without scripts. Buttons lead to one panel, a popover: the browser closes it by Escape and by a press elsewhere. All buttons
 * are one stop for the keyboard: arrows go from one to the next, so that who passes by passes once.
 */
class StatementTools extends HTMLElement {
  readonly #panel = element('div');
  readonly #status = element('p');
  readonly #openers: HTMLElement[] = [];
  #start: Element | undefined;

  connectedCallback(): void {
    if (!('popover' in this && 'checkVisibility' in this) || this.#panel.isConnected) return;
    this.#panel.className = 'tools-panel';
    this.#panel.popover = 'auto';
    this.#panel.setAttribute('role', 'group');
    this.#panel.setAttribute('aria-label', 'This statement');
    this.#status.setAttribute('role', 'status');
    for (const start of document.querySelectorAll(STARTS)) this.#offer(start);
    this.#stop();
    // the lens takes statements away and brings them back
    new MutationObserver(() => this.#stop()).observe(document.documentElement, { attributeFilter: ['class'] });
  }

  /** Keeps the one stop of the keyboard on a button that is seen. */
  #stop(): void {
    const shown = this.#openers.filter((one) => one.checkVisibility());
    if (!shown.some((one) => one.tabIndex === 0)) for (const one of this.#openers) one.tabIndex = one === shown[0] ? 0 : -1;
  }

  /** Where an arrow leads from a button: to one that is seen; the first and the last lead nowhere. */
  #next(opener: HTMLElement, key: string): HTMLElement | undefined {
    const shown = this.#openers.filter((one) => one === opener || one.checkVisibility());
    const at = shown.indexOf(opener);
    return { ArrowDown: shown[at + 1], ArrowUp: shown[at - 1], Home: shown[0], End: shown.at(-1) }[key];
  }

  #offer(start: Element): void {
    // a row has its button in its last cell
    const place = start.localName === 'tr' ? start.lastElementChild : start;
    const said = start.localName === 'tr' ? start : (start.parentElement?.querySelector('.said, h2, h3') ?? start);
    const opener = button('');
    opener.className = 'tools';
    opener.setAttribute('aria-label', `Copy or object: ${clip(wordsIn(said), MOST_NAMED)}`);
    opener.popoverTargetElement = this.#panel;
    opener.tabIndex = -1;
    opener.title = 'Arrow keys: other statements';
    opener.addEventListener('focus', () => {
      for (const one of this.#openers) one.tabIndex = one === opener ? 0 : -1;
    });
    opener.addEventListener('keydown', (event) => {
      const next = this.#next(opener, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
    this.#openers.push(opener);
    // before the browser opens the panel by itself
    opener.addEventListener('click', () => this.#bring(start, opener));
    place?.append(opener);
  }

  /** Brings the panel to a statement: next in the order of keys, under the button. */
  #bring(start: Element, opener: HTMLElement): void {
    const { right, bottom } = opener.getBoundingClientRect();
    this.#panel.style.top = `${bottom + scrollY + GAP}px`;
    this.#panel.style.right = `${Math.max(document.documentElement.clientWidth - right, 0)}px`;
    this.#panel.querySelector('textarea')?.remove();
    this.#status.textContent = '';
    if (this.#start === start) return;
    this.#start = start;
    this.#fill(start);
    if (start.localName === 'tr') opener.after(this.#panel);
    else start.after(this.#panel);
  }

  #fill(start: Element): void {
    const { study = '', guide = '', reviewed, objections, ...meanings } = this.dataset;
    const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
    const statement = shownStatement(start, {
      page: (document.querySelector('h1 [data-pagefind-meta="title"]') ?? part(document.body, 'h1')).textContent?.trim() ?? '',
      guide,
      reviewed,
      address: canonical ?? location.origin + location.pathname,
      meanings,
      study,
    });
    const today = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
    const how = linkTo(part<HTMLAnchorElement>(this, 'a').href, 'How to object');
    const object = objections
      ? linkTo(objectionAddress(objections, statement), 'Object')
      : button('Object', () => this.#copy(objectionText(statement), 'Copied. Write under it what is wrong, and send it.', { next: how }));
    this.#status.textContent = '';
    this.#panel.replaceChildren(
      button('Copy link', () => this.#copy(statement.address, 'Link copied.')),
      button('Copy with source', () =>
        this.#copy(copiedText(statement, today), 'Copied, with its mark and source.', { html: copiedHtml(statement, today) }),
      ),
      object,
      this.#status,
    );
  }

  /** Copies in the press itself, the only moment in which browsers allow it; where one refuses, the text stands in a field. */
  async #copy(text: string, done: string, { html, next }: { html?: string; next?: Node } = {}): Promise<void> {
    this.#panel.querySelector('textarea')?.remove();
    this.#status.textContent = '';
    try {
      if (html && typeof ClipboardItem !== 'undefined') {
        const kinds = { 'text/plain': text, 'text/html': html };
        await navigator.clipboard.write([
          new ClipboardItem(Object.fromEntries(Object.entries(kinds).map(([type, words]) => [type, new Blob([words], { type })]))),
        ]);
      } else await navigator.clipboard.writeText(text);
      this.#status.textContent = done;
    } catch {
      const field = element('textarea', text);
      field.readOnly = true;
      field.rows = 4;
      field.setAttribute('aria-label', 'Text to copy');
      this.#panel.append(field);
      field.select();
      this.#status.textContent = 'Copy it from the field.';
    }
    if (next) this.#status.append(' ', next);
  }
}

customElements.define('statement-tools', StatementTools);
