import { cleanQuery, phrasesOf, withoutMarks } from '../../documents/site-search/query.ts';
import { part } from '../shared/dom.ts';
import { type Answer, type Found, SearchEngine } from './engine.ts';
import { FacetBoxes } from './facet-boxes.ts';
import { move } from './keys.ts';
import { NameStore } from './name-store.ts';
import { loadPagefind } from './pagefind.ts';
import { type Place, placeIn } from './place.ts';
import { ResultList } from './result-list.ts';
import { NOT_BUILT, told, toldAlso, toldLoose, UNAVAILABLE } from './wording.ts';

/** Keys that follow each other faster than this are looked at together. */
const PAUSE = 30;
/** Whoever types within so much time after the names came gets what they know first, and then the full text. */
const LEISURE = 300;
/** Where results stand already, what the names know takes their place only if the full text is not there by then. */
const PATIENCE = 200;
/** While somebody types, what is said waits for so much quiet: a screen reader says it once. */
const QUIET = 500;
/** Once the page has stood still for so long, its place is noted. */
const STILL = 100;

const wait = (ms: number): Promise<undefined> => new Promise((done) => setTimeout(done, ms));

/** Runs something once the page has nothing else to do; Safari does not tell when that is. */
const idle = (run: () => void): unknown => ('requestIdleCallback' in window ? requestIdleCallback(run) : setTimeout(run, 200));

/** Whether a reader wants little to be sent; not every browser tells. */
const savesData = (): boolean => (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** The search page: one list of typed results; state in the address; everything by keyboard; a plain word when it cannot work. */
class SiteSearch extends HTMLElement {
  #field!: HTMLInputElement;
  /** what was typed: the truth, since browsers put a field into an earlier state without a word */
  #typed = '';
  #status!: HTMLElement;
  #also!: HTMLElement;
  #nothing!: HTMLElement;
  #loose!: HTMLAnchorElement;
  #list!: ResultList;
  #boxes!: FacetBoxes;
  #store: Promise<NameStore> | undefined;
  #engine: Promise<SearchEngine> | undefined;
  #loaded: SearchEngine | undefined;
  #turn = 0;
  #timer = 0;
  #saying = 0;
  #say: (() => void) | undefined;
  #scrolled = 0;
  /** where a reader was who comes back, until the results stand again */
  #before: Place | undefined;

  connectedCallback(): void {
    this.#field = part(this, 'input[type="search"]');
    this.#status = part(this, '.status');
    this.#also = part(this, '.also');
    this.#nothing = part(this, '.nothing');
    this.#loose = part(this, '.loose a');
    this.#list = new ResultList(part(this, '#results'), part(this, '[data-more]'), JSON.parse(this.dataset.voices ?? '[]'), () =>
      this.#fail(),
    );
    this.#boxes = new FacetBoxes([...this.querySelectorAll<HTMLInputElement>('.facets input')]);
    const params = new URLSearchParams(location.search);
    this.#typed = this.#field.value = params.get('q') ?? '';
    this.#boxes.restore(params);
    if (this.dataset.dev !== undefined) {
      part(this, '.facets').hidden = true;
      this.#status.textContent = NOT_BUILT;
      return;
    }
    this.#field.addEventListener('input', () => {
      this.#typed = this.#field.value;
      this.#loaded?.expect(this.#typed);
      this.#soon();
    });
    part(this, '.facets').addEventListener('change', ({ target }) => {
      this.#boxes.took(target as HTMLInputElement);
      this.#run();
    });
    // the form shows what was searched, whatever the browser put into it on the way back
    addEventListener('pageshow', () => {
      this.#field.value = this.#typed;
      this.#boxes.refill();
    });
    part(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#typed = this.#field.value;
      this.#run();
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    // whoever follows a result before the full text has answered finds the search again, too
    this.addEventListener('click', () => this.#note());
    this.#keepPlace();
    if (this.#typed.trim() || this.#boxes.params().length > 0) this.#run();
    else {
      this.#field.focus({ preventScroll: this.#before !== undefined });
      this.#return();
    }
    // who opens this page is about to search: what every search needs comes before the first key
    if (!savesData())
      idle(() =>
        this.#names().then(
          // who shows one that did not come asks for it again
          (store) => store.cardsAhead().catch(() => undefined),
          () => this.#forget(),
        ),
      );
    // from here on whoever turns to the search means it
    for (const intent of ['focusin', 'pointerover', 'keydown'])
      part(this, 'search').addEventListener(intent, () => this.#prepare(), { once: true });
  }

  /** A reload or Back returns to the same place in the results: the browser itself would scroll before they are there. */
  #keepPlace(): void {
    history.scrollRestoration = 'manual';
    this.#before = placeIn(history.state);
    // whoever moves meanwhile has another place
    for (const move of ['wheel', 'touchmove', 'keydown', 'pointerdown', 'input'])
      addEventListener(move, () => (this.#before = undefined), { once: true, passive: true });
    addEventListener('scroll', () => {
      clearTimeout(this.#scrolled);
      this.#scrolled = window.setTimeout(() => this.#note(), STILL);
    });
  }

  #return(): void {
    if (this.#before) scrollTo({ top: this.#before.top, behavior: 'instant' });
    this.#before = undefined;
  }

  #names(): Promise<NameStore> {
    this.#store ??= NameStore.load(this.dataset.names ?? '/search/names.json');
    return this.#store;
  }

  async #load(): Promise<SearchEngine> {
    this.#engine ??= this.#names().then((store) => new SearchEngine(store, loadPagefind(this.dataset.index ?? '/pagefind/')));
    this.#loaded = await this.#engine;
    return this.#loaded;
  }

  /** Loads ahead. A failure is told when somebody searches, and the next search tries again. */
  async #prepare(): Promise<void> {
    try {
      const engine = await this.#load();
      if (this.#turn === 0) this.#boxes.count(engine.browse(this.#boxes.choice()).counts);
      await wait(LEISURE);
      // a search that is under way loads the full text itself, after what comes before it
      if (!cleanQuery(this.#typed)) await engine.ready();
    } catch {
      this.#forget();
    }
  }

  #soon(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#saying);
    this.#say = undefined;
    // a search begins with its key: what answers later moves nothing that somebody went to in the meantime
    this.#turn++;
    this.#list.drop();
    this.#timer = window.setTimeout(() => this.#run(true), PAUSE);
  }

  /**
   * Answers what stands in the field.
   *
   * @returns false where something newer was asked meanwhile
   */
  async #run(typing = false): Promise<boolean> {
    clearTimeout(this.#timer);
    const turn = typing ? this.#turn : ++this.#turn;
    const query = cleanQuery(this.#typed);
    const choice = this.#boxes.choice();
    const unfinished = typing && !/\s$/.test(this.#typed);
    try {
      if (!query && this.#boxes.params().length === 0) {
        this.#clear('');
        if (this.#loaded) this.#boxes.count(this.#loaded.browse(choice).counts);
        return true;
      }
      const engine = await this.#load();
      if (turn !== this.#turn) return false;
      if (!query) {
        await this.#show(engine, engine.browse(choice), query, typing);
        return turn === this.#turn;
      }
      const named = await engine.byName(query, choice, unfinished);
      if (turn !== this.#turn) return false;
      // an empty list fills at once by the names; but who comes back finds it whole
      const empty = this.#list.links().length === 0 && !this.#before;
      if (empty) await this.#draw(engine, named, query, false);
      if (turn !== this.#turn) return false;
      const full = engine.search(query, choice, unfinished, () => turn === this.#turn);
      const soon = empty ? await full : await Promise.race([full, wait(PATIENCE)]);
      if (turn === this.#turn && !soon && !this.#before) await this.#draw(engine, named, query, false);
      const answer = soon ?? (await full);
      if (turn === this.#turn) await this.#show(engine, answer, query, typing);
    } catch {
      this.#fail(turn);
    }
    return turn === this.#turn;
  }

  /** What cannot be loaded is told, unless something newer was asked meanwhile; the next search loads it again. */
  #fail(turn = this.#turn): void {
    this.#forget();
    if (turn === this.#turn) this.#clear(UNAVAILABLE);
  }

  #forget(): void {
    this.#store = undefined;
    this.#engine = undefined;
    this.#loaded = undefined;
  }

  async #show(engine: SearchEngine, answer: Answer, query: string, typing: boolean): Promise<void> {
    const turn = this.#turn;
    const empty = answer.found.length === 0;
    const filtered = this.#boxes.params().length > 0;
    // a word half typed may well be unknown: what is shown stays until the typing stops
    if (!empty || !typing) await this.#draw(engine, answer, query);
    if (turn !== this.#turn) return;
    this.#settle(typing, () => {
      if (empty && typing) this.#draw(engine, answer, query);
      this.#tell(told(answer, query, filtered), toldAlso(empty ? [] : answer.also), empty && query !== '');
      this.#return();
    });
  }

  /** @param whole with the phrase by which each was found */
  async #draw(engine: SearchEngine, { found, counts }: Answer, query: string, whole = true): Promise<void> {
    this.#boxes.count(counts);
    const show = (some: readonly Found[]) => engine.show(some, whole);
    await this.#list.draw(found, show, this.#turn, query ? undefined : this.#boxes.kinds(), this.#before?.more);
  }

  /** Whoever leaves the field goes to what answers it: where the list still answers an earlier word, the names do. */
  async #leave(): Promise<void> {
    const query = cleanQuery(this.#typed);
    const engine = this.#loaded;
    const turn = this.#turn;
    try {
      if (query && engine && !this.#list.answers(turn)) {
        const named = await engine.byName(query, this.#boxes.choice(), true);
        if (turn === this.#turn) await this.#draw(engine, named, query, false);
      }
      if (turn !== this.#turn) return;
      // whoever leaves the field has stopped typing
      this.#sayNow();
      this.#list.links()[0]?.focus();
    } catch {
      this.#fail(turn);
    }
  }

  #clear(message: string): void {
    this.#list.clear();
    this.#boxes.count(undefined);
    this.#settle(false, () => this.#tell(message, '', false));
  }

  #tell(status: string, also: string, nothing: boolean): void {
    this.#status.textContent = status;
    this.#also.textContent = also;
    this.#nothing.hidden = !nothing;
    this.#offer(nothing ? cleanQuery(this.#typed) : '');
    this.#note();
  }

  /** Where no page holds a phrase as it was written, its words may be found. */
  async #offer(query: string): Promise<void> {
    const place = this.#loose.parentElement;
    const words = withoutMarks(query);
    const turn = this.#turn;
    const answer = phrasesOf(query).length > 0 ? await this.#loaded?.byName(words, this.#boxes.choice()).catch(() => undefined) : undefined;
    if (!place || turn !== this.#turn) return;
    place.hidden = !answer?.found.length;
    this.#loose.textContent = toldLoose(query);
    this.#loose.href = `?${new URLSearchParams([['q', words], ...this.#boxes.params()])}`;
  }

  /** Puts the search into the address, and the place in its results beside it, so that Back brings both again. */
  #note(): void {
    const query = cleanQuery(this.#typed);
    const params = new URLSearchParams([...(query ? [['q', query]] : []), ...this.#boxes.params()]);
    const asked = params.toString();
    const place: Place = this.#before ?? { more: this.#list.more, top: scrollY };
    history.replaceState(place, '', `${location.pathname}${asked ? `?${asked}` : ''}${location.hash}`);
  }

  #settle(typing: boolean, say: () => void): void {
    clearTimeout(this.#saying);
    this.#say = say;
    this.#saying = window.setTimeout(() => this.#sayNow(), typing ? QUIET : 0);
  }

  #sayNow(): void {
    clearTimeout(this.#saying);
    this.#say?.();
    this.#say = undefined;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const active = document.activeElement;
    const links = this.#list.links();
    const place = links.indexOf(active as HTMLAnchorElement);
    const inside = active?.closest('#results') ? 'list' : undefined;
    const at = active === this.#field ? 'field' : place >= 0 ? place : inside;
    const step = move(event.key, at, links.length, this.#typed !== '');
    if (step === undefined) return;
    event.preventDefault();
    if (step === 'leave') this.#leave();
    else if (step === 'first') this.#run().then((answered) => answered && this.#list.links()[0]?.focus());
    else if (step === 'empty') {
      this.#typed = this.#field.value = '';
      this.#run();
    } else (step === 'field' ? this.#field : links[step.to])?.focus();
  }
}

customElements.define('site-search', SiteSearch);
