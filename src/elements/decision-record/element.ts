import { arrival, LINK_START } from '../../documents/decision-record/arrival.ts';
import { readRecord } from '../../documents/decision-record/read-record.ts';
import { type DecisionRecord, emptyRecord } from '../../documents/decision-record/record.ts';
import type { RecordGuide } from '../../documents/decision-record/record-guide.ts';
import type { FromLink } from '../../documents/decision-record/record-link.ts';
import { UNNAMED, viewOf } from '../../documents/decision-record/resolve.ts';
import { changesSince, renamed } from '../../documents/decision-record/since.ts';
import { chosenFile } from '../keeping/chosen-file.ts';
import { copyLink } from '../keeping/copy-link.ts';
import { Keeper, keepOnLeaving } from '../keeping/keeper.ts';
import { KeptLine } from '../keeping/kept-line.ts';
import { ASIDE_WORDS } from '../keeping/kept-list.ts';
import { KeptPanel } from '../keeping/kept-panel.ts';
import { Notices } from '../keeping/notices.ts';
import { newId } from '../keeping/store/ids.ts';
import { BrowserStore } from '../keeping/store/store.ts';
import { QuietStatus } from '../shared/quiet-status.ts';
import { markCopy } from './mark-copy.ts';
import { printSheet } from './print-sheet.ts';
import type { FileKind } from './record-files.ts';
import { RecordForm } from './record-form.ts';

/** What reads and writes links inflates and deflates: it is loaded when there is one. */
const links = () => import('../../documents/decision-record/record-link.ts');

/** What reads and writes files is loaded when a reader asks for one. */
const files = () => import('./record-files.ts');

/** What a record is called in a list. */
const nameOf = ({ title }: DecisionRecord): string => title.trim() || UNNAMED;

/** The decision record: a form that keeps itself in the reader's browser, opens links and files, and goes out as files, a link or paper. */
class DecisionRecordPage extends HTMLElement {
  #guide!: RecordGuide;
  #form!: RecordForm;
  #notices!: Notices;
  #status!: QuietStatus;
  #store!: BrowserStore<DecisionRecord>;
  #keeper!: Keeper<DecisionRecord>;
  #line!: KeptLine;
  #kept!: KeptPanel<DecisionRecord>;
  /** the part of the address from ? on that is open */
  #asked = '';

  connectedCallback(): void {
    this.#guide = JSON.parse(this.#part('script.guide').textContent ?? '');
    const mark = markCopy(this.#part('.mark-template'), this.#guide);
    const form = this.#part<HTMLElement>('.record-form');
    this.#form = new RecordForm(form, this.#part('.choice-template'), this.#guide, mark);
    this.#notices = new Notices(this.#part('.notices'));
    this.#status = new QuietStatus(this.#part('.status'));
    this.#line = new KeptLine(this.#part('.kept'), this.#part('.kept-said'));
    // two guides on one host keep their records apart
    this.#store = new BrowserStore({ prefix: `record ${location.pathname} `, version: 1, read: (value) => readRecord(value)?.record });
    this.#keeper = new Keeper(this.#store, this.#notices, {
      thing: 'record',
      read: () => this.#form.record,
      show: (record) => this.#show(record),
      refill: () => {
        this.#form.refill();
        this.#list();
      },
      named: (id) => this.#named(id) && this.#list(),
      saved: (iso, surety, news) => this.#line.show(iso, surety, news),
      download: () => this.#file('json'),
    });
    this.#kept = new KeptPanel(this.#part('.others-kept'), this.#store, this.#notices, {
      nameOf,
      deleted: nameOf,
      open: (id) => {
        this.#keeper.flush();
        this.#notices.clearAll();
        this.#openKept(id);
        this.#part<HTMLElement>('[name="title"]').focus();
      },
    });
    form.hidden = this.#part<HTMLElement>('.jump').hidden = false;
    this.#listen(form);
    this.#open();
    this.#recover();
    const print = (): void => this.#part('.printed').replaceChildren(...printSheet(this.#view(), mark));
    addEventListener('beforeprint', print);
    addEventListener('afterprint', () => this.#part('.printed').replaceChildren());
  }

  #part<T extends Element = HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (!found) throw new Error(`<decision-record> needs ${selector}.`);
    return found;
  }

  #listen(form: HTMLElement): void {
    form.addEventListener('input', (event) => {
      if (this.#form.typed(event.target as HTMLInputElement)) this.#keeper.changed();
    });
    form.addEventListener('click', ({ target }) => this.#clicked(target as Element));
    this.#part('input[type="file"]').addEventListener('change', (event) => this.#openFile(event.target as HTMLInputElement));
    keepOnLeaving(this.#keeper);
    for (const moved of ['popstate', 'hashchange'])
      addEventListener(moved, () => {
        // a step to another place of the page opens nothing
        if (location.search === this.#asked && !LINK_START.test(location.hash.slice(1))) return;
        this.#keeper.flush();
        this.#open();
      });
  }

  #clicked(target: Element): void {
    const button = target.closest('button');
    if (!button) return;
    const { file, add, remove, print, share } = button.dataset;
    if (file) this.#file(file as FileKind);
    else if (share !== undefined) this.#share();
    else if (print !== undefined) window.print();
    else if (button.dataset.new !== undefined) this.#begin(emptyRecord());
    else if (add !== undefined) this.#add();
    else if (remove !== undefined) this.#remove(button);
  }

  #add(): void {
    const select = this.#part<HTMLSelectElement>('select[name="add"]');
    if (!select.value) {
      select.focus();
      return;
    }
    this.#form.add(select.value);
    select.value = '';
    this.#keeper.changed();
  }

  #remove(button: HTMLElement): void {
    const before = this.#form.record;
    const item = button.closest('li') as HTMLElement;
    const name = item.querySelector('h3')?.textContent;
    this.#form.remove(item);
    this.#keeper.changed();
    this.#notices.tell('removed', `${name} was taken out of the record.`, [
      {
        label: 'Undo',
        run: () => {
          // with how its pairs stood, or a change in the guide would be forgotten
          this.#form.fill({ ...this.#form.record, choices: before.choices, seen: before.seen });
          this.#keeper.changed();
          this.#notices.clear('removed');
        },
      },
    ]);
    this.#notices.focus('removed');
  }

  #view = () => viewOf(this.#form.record, this.#guide, `${location.origin}${location.pathname}`);

  /** Shows a record, and what has changed in the guide since it was made. */
  #show(record: DecisionRecord): void {
    const now = renamed(this.#guide, record);
    const changes = changesSince(this.#guide, now);
    this.#form.fill(now);
    this.#list();
    this.#notices.clear('changes', 'removed');
    if (changes.length > 0)
      this.#notices.tell('changes', `The guide has changed since this record was made: ${changes.join(' ')}`, [
        {
          label: 'Take the guide as it is now',
          run: () => {
            this.#form.acceptChanges();
            this.#keeper.changed();
            this.#notices.clear('changes');
          },
        },
      ]);
  }

  /** Opens what the address asks for: a link, a choice from the finder, a kept record; else the newest kept one. */
  async #open(): Promise<void> {
    this.#asked = location.search;
    const fragment = location.hash.slice(1);
    if (!LINK_START.test(fragment)) {
      this.#arrive({ state: 'none' });
      return;
    }
    try {
      const { fromFragment } = await links();
      // what was written meanwhile is a record of its own
      this.#keeper.flush();
      this.#arrive(fromFragment(fragment));
    } catch {
      // the link stays in the address for the next try
      this.#line.hide();
      this.#keeper.begin();
      this.#show(emptyRecord());
      this.#notices.tell(
        'arrived',
        'The link could not be opened: a part of this page did not load. Nothing was changed. Reload the page to try again.',
      );
    }
  }

  #arrive(link: FromLink): void {
    const { kept, blocked } = this.#store.list();
    const asked = arrival(link, location.search, kept[0]?.id);
    this.#line.hide();
    this.#notices.clearAll();
    if (asked.record) {
      this.#keeper.begin();
      this.#show(asked.record);
    } else if (asked.id !== undefined) this.#openKept(asked.id);
    else {
      this.#keeper.begin();
      this.#show(emptyRecord());
    }
    if (asked.says)
      this.#notices.tell('arrived', asked.says, asked.keep ? [{ label: 'Keep it in this browser', run: () => this.#keepNow() }] : []);
    if (blocked) this.#keeper.blocked();
  }

  #keepNow(): void {
    this.#keeper.changed();
    this.#keeper.flush();
    this.#notices.clear('arrived');
  }

  #openKept(id: string): void {
    const opened = this.#store.open(id);
    if (opened.state === 'kept') {
      this.#keeper.hold(id, opened.saved);
      this.#named(id);
      this.#show(opened.value);
      return;
    }
    this.#keeper.begin();
    this.#show(emptyRecord());
    if (opened.state === 'aside')
      this.#notices.tell('arrived', `The saved record: ${ASIDE_WORDS[opened.why]} It can be downloaded below. Here is a new record.`);
    else if (opened.state === 'none')
      this.#notices.tell('arrived', 'No saved record of that name in this browser. Open a file or a link, or start here.');
  }

  /** An empty record, or one from a file. What was open before stays kept. */
  #begin(record: DecisionRecord): void {
    this.#keeper.flush();
    this.#keeper.begin();
    this.#named(undefined);
    this.#notices.clearAll();
    this.#line.hide();
    this.#show(record);
    this.#part<HTMLElement>('[name="title"]').focus();
  }

  /** Names the record that is open in the address; true where it had another name, or none. */
  #named(id: string | undefined): boolean {
    const address = `${location.pathname}${id === undefined ? '' : `?record=${id}`}`;
    const other = `${location.pathname}${location.search}${location.hash}` !== address;
    if (other) history.replaceState(null, '', address);
    this.#asked = location.search;
    return other;
  }

  /** What a browser that was killed had not written is there again; an empty page opens the newest of it. */
  async #recover(): Promise<void> {
    if (!(await this.#keeper.recover())) return;
    if (this.#keeper.id === undefined && !this.#keeper.unsaved) this.#open();
    else this.#list();
  }

  #list(): void {
    this.#kept.show(this.#keeper.id);
  }

  async #file(kind: FileKind): Promise<void> {
    this.#notices.clear('file');
    if (kind === 'ics' && !this.#form.record.review) {
      this.#notices.tell('file', 'A calendar entry needs a review date. Set one first.');
      this.#part<HTMLElement>('[name="review"]').focus();
      return;
    }
    try {
      const { saveFile } = await files();
      await saveFile(kind, this.#form.record, this.#view(), this.#guide.edition, this.#keeper.id ?? newId());
      this.#status.say('The file was saved by your browser.');
    } catch {
      this.#notices.tell(
        'file',
        'The file could not be made: a part of this page did not load. Your record is safe. Try again, or save JSON.',
      );
    }
  }

  async #share(): Promise<void> {
    const { record } = this.#form;
    const address = links().then(({ recordFragment }) => `${location.origin}${location.pathname}#${recordFragment(record)}`);
    this.#notices.clear('file');
    const problem = await copyLink(address, this.#part('.share'), this.#status, 'record').catch(
      () => 'The link could not be made: a part of this page did not load. Your record is safe. Try again, or save a file.',
    );
    if (problem) this.#notices.tell('file', problem, [{ label: 'Download JSON', run: () => this.#file('json') }]);
  }

  async #openFile(field: HTMLInputElement): Promise<void> {
    const file = chosenFile(field);
    if (!file) return;
    const read = await files().then(
      ({ readFile }) => readFile(file),
      () => ({ problem: 'The file could not be opened: a part of this page did not load. Try again.' }),
    );
    if ('problem' in read) {
      this.#notices.tell('file', read.problem);
      return;
    }
    this.#begin(read.record);
    this.#notices.tell('arrived', ['This record came from a file. It is kept here with your first change.', ...read.left].join(' '), [
      { label: 'Keep it in this browser', run: () => this.#keepNow() },
    ]);
  }
}

customElements.define('decision-record', DecisionRecordPage);
