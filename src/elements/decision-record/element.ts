import { arrival, LINK_START } from '../../documents/decision-record/arrival.ts';
import { type ReadRecord, readRecord } from '../../documents/decision-record/read-record.ts';
import { type DecisionRecord, emptyRecord } from '../../documents/decision-record/record.ts';
import type { RecordGuide } from '../../documents/decision-record/record-guide.ts';
import { changesSince, renamed } from '../../documents/decision-record/since.ts';
import { UNNAMED, viewOf } from '../../documents/decision-record/view.ts';
import type { FileProblem } from '../../documents/text/json-file.ts';
import { KeptPage } from '../keeping/kept-page.ts';
import { newId } from '../keeping/store/ids.ts';
import { around, part } from '../shared/dom.ts';
import { markCopy } from './mark-copy.ts';
import { printSheet } from './print-sheet.ts';
import type { FileKind } from './record-files.ts';
import { RecordForm } from './record-form.ts';

/** Links are compressed: the code for it loads when there is one. */
const links = () => import('../../documents/decision-record/record-link.ts');

/** The code for files loads when a reader asks for one. */
const files = () => import('./record-files.ts');

/** What a record is called in a list. */
const nameOf = ({ title }: DecisionRecord): string => title.trim() || UNNAMED;

/** The decision record: a form that keeps itself in the reader's browser, opens links and files, and goes out as files, a link or paper. */
class DecisionRecordPage extends KeptPage<DecisionRecord, ReadRecord> {
  protected readonly names = { thing: 'record', param: 'record', link: LINK_START, safe: 'Your record is safe.' };
  protected readonly wording = { nameOf, deleted: nameOf };
  #guide!: RecordGuide;
  #form!: RecordForm;

  override connectedCallback(): void {
    this.#guide = JSON.parse(part(this, 'script.guide').textContent ?? '');
    const mark = markCopy(part(this, '.mark-template'), this.#guide);
    const form = part(this, '.record-form');
    this.#form = new RecordForm(form, part(this, '.choice-template'), this.#guide, mark);
    form.hidden = false;
    super.connectedCallback();
    const paper = part(this, '.printed');
    addEventListener('beforeprint', () => paper.replaceChildren(...printSheet(this.#view(), mark)));
    addEventListener('afterprint', () => paper.replaceChildren());
  }

  protected accept = (value: unknown) => readRecord(value)?.record;
  protected empty = emptyRecord;
  protected read = (): DecisionRecord => this.#form.record;
  protected refill = (): void => this.#form.refill();
  protected enter = (): void => part(this, '[name="title"]').focus();
  #view = () => viewOf(this.read(), this.#guide, this.here());

  protected typed(field: HTMLInputElement): void {
    if (this.#form.typed(field)) this.keeper.changed();
  }

  protected pressed(button: HTMLButtonElement): void {
    const { add, remove, print, share } = button.dataset;
    if (share !== undefined) this.#share();
    else if (print !== undefined) window.print();
    else if (add !== undefined) this.#add();
    else if (remove !== undefined) this.#remove(button);
  }

  #add(): void {
    const select = part<HTMLSelectElement>(this, 'select[name="add"]');
    if (!select.value) {
      select.focus();
      return;
    }
    this.#form.add(select.value);
    select.value = '';
    this.keeper.changed();
  }

  #remove(button: HTMLElement): void {
    const before = this.read();
    const item = around(button, 'li');
    const name = item.querySelector('h3')?.textContent;
    this.#form.remove(item);
    this.keeper.changed();
    this.notices.tell('removed', `${name} was taken out of the record.`, [
      {
        label: 'Undo',
        run: () => {
          // with how its pairs stood, or a change in the guide would be forgotten
          this.#form.fill({ ...this.read(), choices: before.choices, seen: before.seen });
          this.keeper.changed();
          this.notices.clear('removed');
        },
      },
    ]);
    this.notices.focus('removed');
  }

  /** Shows a record, and what has changed in the guide since it was made. */
  protected show(record: DecisionRecord): void {
    const now = renamed(this.#guide, record);
    const changes = changesSince(this.#guide, now);
    this.#form.fill(now);
    this.list();
    this.notices.clear('changes', 'removed');
    if (changes.length > 0)
      this.notices.tell('changes', `The guide has changed since this record was made: ${changes.join(' ')}`, [
        {
          label: 'Take the guide as it is now',
          run: () => {
            this.#form.acceptChanges();
            this.keeper.changed();
            this.notices.clear('changes');
          },
        },
      ]);
  }

  /** Opens a link, a choice from the finder, or a kept record. */
  protected open(): void {
    if (this.hasLink()) this.openLink();
    else this.settle(arrival({ state: 'none' }, location.search));
  }

  /** Opens the record of a link. What was written meanwhile is a record of its own. */
  protected async openLink(): Promise<void> {
    const fragment = location.hash.slice(1);
    const asked = await links()
      .then(({ fromFragment }) => arrival(fromFragment(fragment), location.search))
      // the link stays in the address for the next try
      .catch(() => ({
        value: emptyRecord(),
        says: 'The link could not be opened: a part of this page did not load. Nothing was changed. Reload the page to try again.',
      }));
    this.settle(asked);
  }

  protected override async file(kind: FileKind): Promise<void> {
    if (kind !== 'ics' || this.read().review) return super.file(kind);
    this.notices.clear('file');
    this.notices.tell('file', 'A calendar entry needs a review date. Set one first.');
    part(this, '[name="review"]').focus();
  }

  protected async save(kind: FileKind): Promise<void> {
    const { saveFile } = await files();
    await saveFile(kind, this.read(), this.#view(), this.#guide, this.keeper.id ?? newId());
  }

  #share(): void {
    const record = this.read();
    const address = links().then(({ recordFragment }) => `${this.here()}#${recordFragment(record)}`);
    this.share(address, part(this, '.share'), 'record', () => this.file('json'));
  }

  protected readFile = async (file: File): Promise<ReadRecord | FileProblem> => (await files()).readFile(file);

  protected took(read: ReadRecord | FileProblem): void {
    if ('problem' in read) this.notices.tell('file', read.problem);
    else this.begin(read.record, ['This record came from a file. It will be kept here once you change something.', ...read.left].join(' '));
  }
}

customElements.define('decision-record', DecisionRecordPage);
