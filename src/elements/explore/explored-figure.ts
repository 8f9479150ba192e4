import type { Detail } from '../../lib/detail.ts';
import { type Allowed, readState, writeState } from '../shared/address-state.ts';
import { AfterFrame } from '../shared/after-frame.ts';
import { around, button, element, linkTo, part } from '../shared/dom.ts';
import { QuietStatus } from '../shared/quiet-status.ts';
import { Details } from './details.ts';
import { fadeMarks, hideRows, keptMarks } from './filter-marks.ts';
import { shown } from './shown.ts';

/** So many marks of a drawing do not fade one by one: a browser makes a layer of each, and readers wait for it. */
const MANY = 60;

/** What a reader chooses by: a select, or one of some radio buttons. */
type Field = HTMLSelectElement | HTMLInputElement;
const valuesOf = (field: Field): string[] => ('options' in field ? [...field.options].map(({ value }) => value) : [field.value]);

/** What lies over a drawing while keys explore it. */
export interface KeyLayer {
  root: HTMLElement;
  /** gives the focus to where the reader last stood */
  stand(): void;
}

/** What stands open: its name in the address, and its id. */
export type Opened = readonly [name: string, id: string];

/**
 * The common part of figures that answer: selects that fade what does not fit, one thing open beside the drawing, a layer
 * for keys, one message when changes have come to rest. Selects and what is open stand in the address; Back undoes them.
 */
export abstract class ExploredFigure extends HTMLElement {
  protected svg!: SVGSVGElement;
  protected panel!: HTMLElement;
  protected details!: Details;
  protected layer: KeyLayer | undefined;
  protected opened: Opened | undefined;
  #button!: HTMLButtonElement;
  #status!: QuietStatus;
  #allowed!: Allowed;
  #narrowed = false;
  #narrowing = '[]';
  #kept: ReturnType<typeof keptMarks> = { kept: new Set(), all: 0 };
  /** what the panel says while nothing was chosen */
  #start: readonly Node[] = [];
  #parts: readonly Node[] = [];
  /** whether what is filled in is brought into the window */
  #bring = false;
  readonly #filling = new AfterFrame(() => this.#fill());
  readonly #rest = new AfterFrame(() => this.#showRows(this.#kept.kept, this.#chosen().length > 0));
  #gone = new AbortController();

  /** what may stand open, by its name in the address; one thing does at a time */
  protected abstract openable(): readonly (readonly [name: string, ids: readonly string[]])[];
  /** fills the panel */
  protected abstract show(opened: Opened): void;
  /** takes back what `show` did to the drawing */
  protected abstract clear(): void;
  /** lays the layer for keys over the drawing; nothing where there is nothing to walk */
  protected abstract explore(name: string, help: string): KeyLayer | undefined;
  /** opens what something on the drawing stands for; false where it stands for nothing */
  protected abstract ask(target: Element): boolean;
  /** something is pointed at, or nothing any more */
  protected abstract point(target: Element | undefined): void;
  /** what to tell of what is open */
  protected told(): string[] {
    return [];
  }

  connectedCallback(): void {
    // what only a script can answer stands in no page that has none, and in no reader's view
    const controls = this.querySelector<HTMLTemplateElement>('template[data-controls]');
    controls?.replaceWith(controls.content);
    this.#status = new QuietStatus(part(this, '[role="status"]'));
    this.panel = part(this, '.panel');
    this.#start = this.#parts = [...this.panel.children];
    this.#button = part(this, '.explore button');
    this.svg = part(this, 'svg.wide');
    const many = this.svg.querySelectorAll('[data-n]').length > MANY;
    for (const svg of this.querySelectorAll('.drawing')) svg.classList.toggle('many', many);
    this.details = new Details(this.dataset.details ?? '');
    const fields = Map.groupBy(this.#fields(), ({ name }) => name);
    this.#allowed = new Map([
      ...[...fields].map(([name, own]) => [name, new Set(own.flatMap(valuesOf).filter(Boolean))] as const),
      ...this.openable().map(([name, ids]) => [name, new Set(ids)] as const),
    ]);

    this.#gone = new AbortController();
    const { signal } = this.#gone;
    this.addEventListener('change', () => this.go(this.opened), { signal });
    for (const intent of ['pointerenter', 'focusin'])
      this.addEventListener(intent, () => this.details.load().catch(() => {}), { once: true, signal });
    this.addEventListener('pointerover', ({ target }) => this.point(target as Element), { signal });
    this.addEventListener('pointerleave', () => this.point(undefined), { signal });
    this.addEventListener('click', (event) => this.#clicked(event), { signal });
    this.#button.addEventListener('click', () => (this.layer ? this.leave() : this.#enter()), { signal });
    this.panel.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#close(), { signal });
    // browsers put selects into an earlier state without a word: the address is the truth
    addEventListener('popstate', () => this.#restore(), { signal });
    // only where the page was put aside: at the first showing it would take back what was just told of the address
    addEventListener('pageshow', ({ persisted }) => persisted && this.#restore(), { signal });
    // paper cannot say what was chosen: it gets everything
    addEventListener('beforeprint', () => this.#showRows(keptMarks(this.svg, []).kept, false), { signal });
    addEventListener('afterprint', () => this.#showRows(this.#kept.kept, this.#chosen().length > 0), { signal });
    // a drawing that gives way to a list takes its layer with it
    const watch = new ResizeObserver(() => this.layer && this.svg.getClientRects().length === 0 && this.leave());
    watch.observe(this);
    signal.addEventListener('abort', () => watch.disconnect());
    this.#restore();
  }

  disconnectedCallback(): void {
    if (this.layer) this.leave(false);
    this.#gone.abort();
  }

  /** A click on the drawing asks for what is there; with a key held down it is the browser's. */
  #clicked(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    // the second half of a double click would take back the first
    if (event.detail > 1) {
      event.preventDefault();
      return;
    }
    if (this.ask(event.target as Element)) event.preventDefault();
  }

  #fields = (): Field[] => [...this.querySelectorAll<Field>('.filters select, .whose-control input')];
  #chosen = (): [string, string][] =>
    this.#fields().flatMap((field) =>
      field.value && !('checked' in field && !field.checked) ? [[field.name, field.value] satisfies [string, string]] : [],
    );

  #address = (state: ReadonlyMap<string, string>): string =>
    `${location.pathname}${writeState(location.search, state, this.#allowed)}${location.hash}`;

  /** Takes the selects and what is open into the address, and shows them. */
  protected go(opened: Opened | undefined): void {
    const state = new Map([...this.#chosen(), ...(opened ? [opened] : [])]);
    // what is closed leaves no step of its own
    history[opened || !this.opened ? 'pushState' : 'replaceState'](null, '', this.#address(state));
    this.#restore();
  }

  /** Opens something that somebody asked for here, and takes them to what it says. */
  protected choose(opened: Opened, scroll = true): void {
    if (this.opened?.join() !== opened.join()) this.go(opened);
    this.panel.focus({ preventScroll: true });
    this.#bring = scroll;
    if (scroll) this.#filling.ask();
  }

  /** Shows what the address asks for. */
  #restore(): void {
    const { state, refused } = readState(location.search, this.#allowed);
    const [first, ...more] = this.openable().flatMap(([name]) => {
      const id = state.get(name);
      return id === undefined ? [] : [[name, id] as const];
    });
    for (const [name] of more) state.delete(name);
    for (const field of this.#fields()) {
      const value = state.get(field.name) ?? '';
      if ('checked' in field) field.checked = field.value === value;
      else field.value = value;
    }
    if (refused.length + more.length > 0) history.replaceState(null, '', this.#address(state));
    const chosen = this.#chosen();
    const narrowed = JSON.stringify(chosen);
    if (narrowed !== this.#narrowing || this.#kept.all === 0) this.#filter(chosen);
    const { kept, all } = this.#kept;
    if (first?.join() !== this.opened?.join() || narrowed !== this.#narrowing) this.#open(first);
    this.#narrowing = narrowed;
    // an opened page on which nothing was ever chosen says nothing
    this.#narrowed ||= chosen.length > 0;
    const { one = '', many = '' } = this.dataset;
    const said = [
      ...(refused.length > 0
        ? [`The address asked for something this figure does not have (${refused.join(', ')}). That was left out.`]
        : []),
      ...(more.length > 0 ? ['Only one thing can be open at a time. The other was left out.'] : []),
      ...(this.#narrowed ? [`${shown(kept.size, all, one, many)}.`] : []),
      ...this.told(),
    ];
    if (said.length > 0) this.#status.say(said.join(' '));
  }

  /** Fades the wide drawing at once; other drawings, lists and tables follow when the browser has shown that. */
  #filter(chosen: readonly [string, string][]): void {
    this.#kept = keptMarks(this.svg, chosen);
    fadeMarks(this.svg, this.#kept.kept);
    this.#rest.ask();
  }

  /** Shows some rows wherever they stand, and no other. @param chosen whether anything is chosen at all */
  #showRows(kept: ReadonlySet<string>, chosen: boolean): void {
    for (const svg of this.querySelectorAll('.drawing')) fadeMarks(svg, kept);
    hideRows(this, kept, chosen);
  }

  #open(opened: Opened | undefined): void {
    this.clear();
    // what has the focus is about to go
    const left = !opened && this.panel.contains(document.activeElement);
    this.opened = opened;
    this.panel.hidden = opened === undefined && this.#start.length === 0;
    if (opened) this.show(opened);
    else {
      this.panel.setAttribute('aria-label', 'Details');
      if (this.#parts !== this.#start) {
        this.#parts = this.#start;
        this.#fill();
      }
      for (const group of this.querySelectorAll(`.drawing [data-id="${CSS.escape(this.panel.dataset.start ?? '')}"]`))
        group.classList.add('chosen');
    }
    if (left) this.#back();
  }

  /** Puts something into the panel, under its name, with the way to close it, once the browser has shown what was chosen. */
  protected fill(name: string, ...parts: readonly Node[]): void {
    this.panel.setAttribute('aria-label', name);
    this.panel.setAttribute('aria-busy', 'true');
    this.#parts = [...parts, button('Close', () => this.#close())];
    this.#filling.ask();
  }

  /** Who stands inside stays inside. */
  #fill(): void {
    const inside = this.panel.contains(document.activeElement);
    this.panel.classList.toggle('start', this.opened === undefined);
    this.panel.removeAttribute('aria-busy');
    this.panel.replaceChildren(...this.#parts);
    if (inside) this.panel.focus({ preventScroll: true });
    if (this.#bring) this.panel.scrollIntoView({ block: 'nearest' });
    this.#bring = false;
  }

  /**
   * Fetches what stands behind some marks and puts it into the panel.
   *
   * @param numbers of their rows
   * @param draw makes the parts of the panel
   * @param address of a page that says the same, if there is one
   */
  protected async fillWith(
    name: string,
    numbers: readonly number[],
    draw: (details: readonly Detail[]) => Node[],
    address: string | null,
  ): Promise<void> {
    const { opened } = this;
    this.fill(name, element('h3', name), element('p', 'Loading what stands behind it …'));
    const details = await this.details.load().catch(() => []);
    if (this.opened !== opened) return;
    const found = numbers.flatMap((n) => details[n] ?? []);
    if (found.length === numbers.length) this.fill(name, ...draw(found));
    else {
      const way = address ? [document.createTextNode(' '), linkTo(address, 'Open its page')] : [];
      this.fill(
        name,
        element('h3', name),
        element('p', 'The details did not load. Close this and open it again to try once more.', ...way),
      );
    }
  }

  #close(): void {
    this.go(undefined);
    this.#back();
  }

  /** Leads the focus back to where the reader came from. */
  #back(): void {
    if (this.layer) this.layer.stand();
    else if (this.#button.getClientRects().length > 0) this.#button.focus();
    else {
      const place = around(this.panel, 'figure');
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    }
  }

  #enter(): void {
    const keys = this.querySelector<HTMLElement>('.keys');
    const shown = keys && this.svg.getClientRects().length > 0;
    this.layer = shown ? this.explore(this.querySelector('figcaption :is(h2, h3)')?.textContent ?? '', keys.id) : undefined;
    if (!this.layer) return;
    this.svg.parentElement?.append(this.layer.root);
    this.#pressed(true);
    this.layer.stand();
  }

  /** Takes the layer for keys away. */
  protected leave(focus = true): void {
    this.layer?.root.remove();
    this.layer = undefined;
    this.point(undefined);
    this.#pressed(false);
    if (focus) this.#back();
  }

  #pressed(on: boolean): void {
    this.#button.setAttribute('aria-pressed', String(on));
    for (const [selector, shown] of [
      ['.keys', on],
      ['.hint', !on],
    ] as const)
      part(this, selector).hidden = !shown;
  }
}
