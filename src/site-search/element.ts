import { loadPagefind, type Page, type Pagefind, type Result } from './pagefind.ts';
import { cleanQuery, passage } from './passage.ts';

const SHOWN = 10;

/** The search page: one list of typed results; state in the address; everything by keyboard; a plain word when it cannot work. */
class SiteSearch extends HTMLElement {
  #form!: HTMLFormElement;
  #field!: HTMLInputElement;
  #status!: HTMLElement;
  #list!: HTMLOListElement;
  #more!: HTMLButtonElement;
  #voices: { voice: string; label: string }[] = [];
  #pagefind: Promise<Pagefind> | undefined;
  #turn = 0;
  #timer = 0;

  connectedCallback(): void {
    const part = <T extends Element>(selector: string): T => {
      const found = this.querySelector<T>(selector);
      if (!found) throw new Error(`<site-search> needs ${selector}.`);
      return found;
    };
    this.#form = part('form');
    this.#field = part('input[type="search"]');
    this.#status = part('.status');
    this.#list = part('#results');
    this.#more = part('[data-more]');
    this.#voices = JSON.parse(this.dataset.voices ?? '[]');

    this.#field.addEventListener('focus', () => this.#load(), { once: true });
    this.#field.addEventListener('input', () => this.#soon());
    part('.facets').addEventListener('change', () => this.#run());
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#run();
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    addEventListener('popstate', () => this.#restore());
    part<HTMLElement>('.facets').hidden = this.dataset.dev !== undefined;
    this.#restore();
    if (this.dataset.dev !== undefined)
      this.#say('Search works in the built guide only: stop, then run npm start. Here, browse the A to Z below.');
    else if (!this.#field.value && !this.#filters().length) this.#field.focus();
  }

  #boxes = (): HTMLInputElement[] => [...this.querySelectorAll<HTMLInputElement>('.facets input')];
  #filters = (): [string, string][] =>
    this.#boxes()
      .filter((b) => b.checked)
      .map((b) => [b.name, b.value]);

  #restore(): void {
    const params = new URLSearchParams(location.search);
    this.#field.value = params.get('q') ?? '';
    for (const box of this.#boxes()) box.checked = params.getAll(box.name).includes(box.value);
    if (this.#field.value.trim() || this.#filters().length) this.#run();
    else this.#clear('');
  }

  #load(): Promise<Pagefind> {
    this.#pagefind ??= loadPagefind(this.dataset.index ?? '/pagefind/');
    this.#pagefind.catch(() => {});
    return this.#pagefind;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#run(), 120);
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.dataset.dev !== undefined) return;
    const turn = ++this.#turn;
    const query = cleanQuery(this.#field.value);
    const filters = this.#filters();
    const params = new URLSearchParams([...(query ? [['q', query] as [string, string]] : []), ...filters]);
    history.replaceState(null, '', params.size ? `?${params}` : location.pathname);
    if (!query && filters.length === 0) return this.#clear('');
    try {
      const pagefind = await this.#load();
      const { results } = await pagefind.search(query || null, { filters: grouped(filters) });
      if (turn === this.#turn) await this.#show(results, query, turn);
    } catch {
      if (turn === this.#turn) this.#clear('Search is not available here. Browse the A to Z below; it has every page.');
    }
  }

  async #show(results: Result[], query: string, turn: number): Promise<void> {
    const pages = await Promise.all(results.slice(0, SHOWN).map((r) => r.data()));
    if (turn !== this.#turn) return;
    this.#list.replaceChildren(...pages.map((page) => this.#item(page)));
    this.#more.hidden = results.length <= SHOWN;
    this.#more.onclick = async () => {
      const rest = await Promise.all(results.slice(SHOWN).map((r) => r.data()));
      if (turn !== this.#turn) return;
      this.#more.hidden = true;
      const items = rest.map((page) => this.#item(page));
      this.#list.append(...items);
      items[0]?.querySelector('a')?.focus();
    };
    const what = query ? ` for “${query.length > 60 ? `${query.slice(0, 60)}…` : query}”` : '';
    this.#say(
      results.length === 0
        ? `Nothing found${what}. Try another word, take a filter away, or browse the A to Z below.`
        : `${results.length} ${results.length === 1 ? 'page' : 'pages'} found${what}.`,
    );
  }

  #item(page: Page): HTMLElement {
    const item = make('li');
    const link = make('a', 'to', page.meta.title ?? page.url) as HTMLAnchorElement;
    link.href = page.url;
    const excerpt = make('p', 'excerpt');
    const found = passage(page, this.#voices);
    const voice = this.#voices.find((v) => v.voice === found.voice);
    if (voice) {
      excerpt.classList.add(voice.voice);
      excerpt.append(make('b', '', `${voice.label}: `));
    }
    for (const { text, marked } of found.pieces) excerpt.append(marked ? make('mark', '', text) : text);
    const subs = page.sub_results.filter((sub) => sub.anchor && sub.title !== page.meta.title).slice(0, 3);
    const list = make('ul');
    for (const sub of subs) {
      const to = make('a', '', sub.title) as HTMLAnchorElement;
      to.href = sub.url;
      const li = make('li');
      li.append(to);
      list.append(li);
    }
    item.append(make('p', 'kind', page.meta.kind ?? 'Page'), link, excerpt, ...(subs.length ? [list] : []));
    return item;
  }

  #onKey(event: KeyboardEvent): void {
    const links = [...this.#list.querySelectorAll<HTMLAnchorElement>('a.to')];
    const here = links.indexOf(document.activeElement as HTMLAnchorElement);
    const inField = document.activeElement === this.#field;
    const go = (to: HTMLElement | undefined) => {
      if (!to) return;
      event.preventDefault();
      to.focus();
    };
    if (event.key === 'ArrowDown' && (inField || here >= 0)) go(links[here + 1]);
    else if (event.key === 'ArrowUp' && here >= 0) go(here === 0 ? this.#field : links[here - 1]);
    else if (event.key === 'Escape' && !inField && this.#list.contains(document.activeElement)) go(this.#field);
    else if (event.key === 'Escape' && inField && this.#field.value) {
      event.preventDefault();
      this.#field.value = '';
      this.#run();
    }
  }

  #clear(message: string): void {
    this.#list.replaceChildren();
    this.#more.hidden = true;
    this.#say(message);
  }

  #say(message: string): void {
    this.#status.textContent = message;
  }
}

const make = (name: string, cls = '', text = ''): HTMLElement => {
  const element = document.createElement(name);
  if (cls) element.className = cls;
  if (text) element.textContent = text;
  return element;
};

/** Choices of one facet widen (any), facets narrow each other. */
const grouped = (filters: [string, string][]): Record<string, unknown> =>
  Object.fromEntries(
    [...new Set(filters.map(([name]) => name))].map((name) => [
      name,
      { any: filters.filter(([n]) => n === name).map(([, value]) => value) },
    ]),
  );

customElements.define('site-search', SiteSearch);
