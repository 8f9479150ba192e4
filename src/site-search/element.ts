import { type Answer, type Choice, type Found, SearchEngine } from './engine.ts';
import { passage } from './passage.ts';
import { cleanQuery } from './query.ts';

const SHOWN = 10;

/** The search page: one list of typed results; state in the address; everything by keyboard; a plain word when it cannot work. */
class SiteSearch extends HTMLElement {
  #form!: HTMLFormElement;
  #field!: HTMLInputElement;
  #status!: HTMLElement;
  #list!: HTMLOListElement;
  #more!: HTMLButtonElement;
  #voices: { voice: string; label: string }[] = [];
  #engine: Promise<SearchEngine> | undefined;
  #turn = 0;
  #timer = 0;
  #saying = 0;
  #quiet = false;

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
    if (this.dataset.dev !== undefined) part<HTMLElement>('.facets').hidden = true;
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

  #load(): Promise<SearchEngine> {
    this.#engine ??= SearchEngine.load(this.dataset.index ?? '/pagefind/', this.dataset.names ?? '/search/names.json');
    // a failure is told when somebody searches; the next search tries again
    this.#engine.catch(() => {
      this.#engine = undefined;
    });
    return this.#engine;
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#quiet = true;
    this.#timer = window.setTimeout(() => this.#run(), 120);
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.dataset.dev !== undefined) return;
    const turn = ++this.#turn;
    const query = cleanQuery(this.#field.value);
    const filters = this.#filters();
    const params = new URLSearchParams([...(query ? [['q', query] as [string, string]] : []), ...filters]);
    history.replaceState(null, '', `${location.pathname}${params.size ? `?${params}` : ''}${location.hash}`);
    if (!query && filters.length === 0) return this.#clear('');
    try {
      const engine = await this.#load();
      const answer = await engine.search(query, chosen(filters));
      if (turn === this.#turn) this.#show(answer, query);
    } catch {
      if (turn === this.#turn) this.#clear('Search is not available here. Browse the A to Z below.');
    }
  }

  #show({ found, mended }: Answer, query: string): void {
    const items = (some: Found[]) => some.map((one) => this.#item(one));
    this.#list.replaceChildren(...items(found.slice(0, SHOWN)));
    this.#more.hidden = found.length <= SHOWN;
    this.#more.onclick = () => {
      this.#more.hidden = true;
      const rest = items(found.slice(SHOWN));
      this.#list.append(...rest);
      rest[0]?.querySelector('a')?.focus();
    };
    const short = query.length > 60 ? `${query.slice(0, 60)}…` : query;
    const what = query ? ` for “${short}”${mended ? `, read as “${mended}”` : ''}` : '';
    this.#say(
      found.length === 0
        ? `Nothing found${what}. Try another word, take a filter away, or browse the A to Z below.`
        : `${found.length} ${found.length === 1 ? 'page' : 'pages'} found${what}.`,
    );
  }

  #item({ name, page, terms }: Found): HTMLElement {
    const link = make('a', 'to', name.title) as HTMLAnchorElement;
    link.href = name.address;
    const text = page && passage(page, this.#voices);
    const term = terms[0];
    const excerpt = make('p', 'excerpt');
    const voice = this.#voices.find((v) => v.voice === (term ?? (text?.voice ? text : name)).voice);
    if (voice) {
      excerpt.classList.add(voice.voice);
      excerpt.append(make('b', '', `${voice.label}: `));
    }
    if (term) excerpt.append(term.summary);
    else if (text?.voice) for (const { text: words, marked } of text.pieces) excerpt.append(marked ? make('mark', '', words) : words);
    else excerpt.append(name.summary);
    const inside = [
      ...terms.map(({ title, address }) => ({ title, address })),
      ...(page?.sub_results ?? [])
        .filter((sub) => sub.anchor && sub.title !== name.title)
        .map(({ title, url }) => ({ title, address: url })),
    ];
    const titles = inside.map(({ title }) => title);
    const list = make('ul');
    for (const { title, address } of inside.filter((sub, i) => titles.indexOf(sub.title) === i).slice(0, 3)) {
      const to = make('a', '', title) as HTMLAnchorElement;
      to.href = address;
      const li = make('li');
      li.append(to);
      list.append(li);
    }
    const item = make('li');
    item.append(make('p', 'kind', name.kind), link, excerpt, ...(list.children.length ? [list] : []));
    return item;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
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

  /** While somebody types, the count waits for half a second of quiet: a screen reader says it once. */
  #say(message: string): void {
    clearTimeout(this.#saying);
    this.#saying = window.setTimeout(
      () => {
        this.#status.textContent = message;
      },
      this.#quiet ? 500 : 0,
    );
    this.#quiet = false;
  }
}

const make = (name: string, cls = '', text = ''): HTMLElement => {
  const element = document.createElement(name);
  if (cls) element.className = cls;
  if (text) element.textContent = text;
  return element;
};

const chosen = (filters: [string, string][]): Choice => {
  const of = (facet: string) => filters.filter(([name]) => name === facet).map(([, value]) => value);
  return { kind: of('kind'), voice: of('voice') };
};

customElements.define('site-search', SiteSearch);
