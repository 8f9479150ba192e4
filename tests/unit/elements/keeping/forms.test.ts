import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CHOICE_FIELDS, type DecisionRecord, emptyChoice, emptyRecord } from '../../../../src/documents/decision-record/record.ts';
import { type Chair, emptyChair } from '../../../../src/documents/self-check/chair.ts';
import { RecordForm } from '../../../../src/elements/decision-record/record-form.ts';
import { Keeper, keepOnLeaving } from '../../../../src/elements/keeping/keeper.ts';
import { Notices } from '../../../../src/elements/keeping/notices.ts';
import { BrowserStore } from '../../../../src/elements/keeping/store/store.ts';
import { ChairForm } from '../../../../src/elements/self-check/chair-form.ts';
import { FacetBoxes } from '../../../../src/elements/site-search/facet-boxes.ts';
import { recordGuide } from '../../../../src/exports/record-guide.ts';
import { ANSWERS } from '../../../../src/lib/answers.ts';
import { guide as checkGuide, source } from '../../documents/self-check/views.ts';
import { FakeDisk } from './store/fake-disk.ts';
import { FakeStorage } from './store/fake-storage.ts';

const known = recordGuide(source);
const [GAP, OTHER_GAP] = known.starts.map(({ id }) => id) as [string, string];
const [FIRST, SECOND] = known.responses.map(({ id }) => id) as [string, string];

type Field = HTMLInputElement & HTMLTextAreaElement;
const field = (form: Element, selector: string): Field => form.querySelector(selector) as unknown as Field;
/** Puts a text into a field as a reader does, and gives the field. */
const typed = (form: Element, selector: string, text: string): Field => Object.assign(field(form, selector), { value: text });
const ticked = (form: Element, selector: string, checked = true): Field => Object.assign(field(form, selector), { checked });
/** What WebKit does to a page that comes back, without a word, and other browsers to one that is loaded again. */
const blank = (form: Element): void => {
  for (const one of form.querySelectorAll<HTMLInputElement>('input, textarea')) {
    if (one.type === 'radio' || one.type === 'checkbox') one.checked = false;
    else one.value = '';
  }
};

const page = (html: string): Element => {
  const { document } = parseHTML(`<main>${html}</main>`);
  vi.stubGlobal('document', document);
  vi.stubGlobal('location', new URL('https://guide.example/find/plan/'));
  return document.querySelector('main') as unknown as Element;
};
afterEach(() => vi.unstubAllGlobals());

const RECORD_PAGE = `<div class="form"><input name="title"><input name="review"><textarea name="people"></textarea>
  ${known.starts.map(({ id }) => `<input type="checkbox" name="from" value="${id}">`).join('')}
  <p class="coverage"></p><a class="to-choices" hidden></a><ol class="choices"></ol><select name="add"></select><input readonly></div>
  <template><li><p class="kind"></p><button data-remove></button><ul class="pairs"></ul><p class="not-linked"></p><p class="seen"></p>
  <fieldset><legend></legend>${CHOICE_FIELDS.map((name) => `<textarea name="${name}"></textarea>`).join('')}</fieldset></li></template>`;

const recordForm = (): { form: RecordForm; root: Element } => {
  const main = page(RECORD_PAGE);
  const root = main.querySelector('.form') as Element;
  const form = new RecordForm(root as HTMLElement, main.querySelector('template') as HTMLTemplateElement, known, () =>
    document.createTextNode(''),
  );
  return { form, root };
};
const choice = (place: number, name: string): string => `.choices > li:nth-child(${place}) [name="${name}"]`;

describe('The form of a record', () => {
  const FULL: DecisionRecord = {
    ...emptyRecord(),
    title: 'A fast lane',
    gaps: [GAP, 'gaps-gone'],
    choices: [
      { ...emptyChoice(FIRST), why: 'Why', owner: 'The chief nurse', step: 'Ask', by: '2027-01-31', sign: 'Seen', stop: 'Stopped' },
      { ...emptyChoice(SECOND), owner: 'The head of finance' },
    ],
    review: '2027-06-30',
    people: 'One\nTwo',
  };
  const { seen: _, ...WRITTEN } = FULL;

  test('takes over one field at a time: what the browser emptied in the others is not lost', () => {
    const { form, root } = recordForm();
    form.fill(FULL);
    expect(form.record).toMatchObject(WRITTEN);
    blank(root);
    expect(form.typed(typed(root, choice(1, 'why'), 'Why!'))).toBe(true);
    expect(form.record).toMatchObject({ ...WRITTEN, choices: [{ ...FULL.choices[0], why: 'Why!' }, FULL.choices[1]] });
    expect(form.typed(typed(root, '[name="title"]', ''))).toBe(true);
    expect(form.record.title).toBe('');
    form.typed(ticked(root, `[value="${OTHER_GAP}"]`));
    expect(form.record.gaps).toEqual([GAP, OTHER_GAP, 'gaps-gone']);
    form.typed(ticked(root, `[value="${GAP}"]`, false));
    expect(form.record.gaps).toEqual([OTHER_GAP, 'gaps-gone']);
  });

  test('shows it again in every field', () => {
    const { form, root } = recordForm();
    form.fill(FULL);
    blank(root);
    form.refill();
    const shown = (selector: string): string => field(root, selector).value;
    expect([shown('[name="title"]'), shown('[name="review"]'), shown('[name="people"]')]).toEqual([FULL.title, FULL.review, FULL.people]);
    for (const [i, one] of FULL.choices.entries()) for (const name of CHOICE_FIELDS) expect(shown(choice(i + 1, name))).toBe(one[name]);
    expect(field(root, `[value="${GAP}"]`).checked).toBe(true);
  });

  test('takes no other field for one of the record', () => {
    const { form, root } = recordForm();
    form.fill(FULL);
    for (const selector of ['[name="add"]', '[readonly]']) expect(form.typed(field(root, selector))).toBe(false);
    expect(form.record).toMatchObject(WRITTEN);
  });

  test('adds and takes out responses; what was noted of a pair stays while its gap is ticked off and on', () => {
    const { form, root } = recordForm();
    form.fill({ ...FULL, choices: [] });
    const [pair] = known.pairs.filter(({ from, to }) => from === GAP && to === FIRST);
    form.add(FIRST);
    form.add(SECOND);
    form.add(FIRST);
    form.typed(typed(root, choice(2, 'owner'), 'Mine'));
    expect(form.record.choices).toEqual([emptyChoice(FIRST), { ...emptyChoice(SECOND), owner: 'Mine' }]);
    form.remove(root.querySelector('.choices > li') as Element);
    expect(form.record.choices).toEqual([{ ...emptyChoice(SECOND), owner: 'Mine' }]);
    const old = { link: pair?.link as string, state: 'contested' as const, voice: 'editors' as const, judged: '2020-01-01' };
    form.fill({ ...FULL, seen: [old] });
    form.typed(ticked(root, `[value="${GAP}"]`, false));
    expect(form.record.seen).toEqual([]);
    form.typed(ticked(root, `[value="${GAP}"]`));
    expect(form.record.seen).toContainEqual(old);
    form.acceptChanges();
    expect(form.record.seen).not.toContainEqual(old);
  });
});

describe('A page that was left and comes back', () => {
  let win: EventTarget;
  beforeEach(() => {
    win = new EventTarget();
  });
  const back = (): void => void win.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

  test('has every word, in the form and in the browser, though the browser emptied the form', async () => {
    const { form, root } = recordForm();
    vi.stubGlobal('addEventListener', win.addEventListener.bind(win));
    const storage = new FakeStorage();
    const disk = new FakeDisk();
    const open = () =>
      new BrowserStore<DecisionRecord>({
        prefix: 'r ',
        version: 1,
        read: (value) => value as DecisionRecord,
        storage: () => storage,
        disk: async () => disk,
        listen: win,
      });
    const store = open();
    const said: string[] = [];
    const keeper = new Keeper(store, new Notices(document.createElement('div')), {
      thing: 'record',
      read: () => form.record,
      show: (record) => form.fill(record),
      refill: () => form.refill(),
      named: () => {},
      saved: (_, surety) => said.push(surety),
      download: () => {},
    });
    const kept = (): DecisionRecord => store.list().kept[0]?.value as DecisionRecord;
    keepOnLeaving(keeper);
    keeper.begin();
    form.fill({ ...emptyRecord(), choices: [emptyChoice(FIRST)] });
    const write = (selector: string, text: string): void => {
      form.typed(typed(root, selector, text));
      keeper.changed();
    };
    write('[name="title"]', 'A fast lane');
    write(choice(1, 'owner'), 'The chief nurse');
    win.dispatchEvent(new Event('pagehide'));
    await expect.poll(() => said.at(-1)).toBe('kept');

    // before the page is told, as Firefox and Chromium may, and after it, as WebKit does
    blank(root);
    back();
    expect(field(root, '[name="title"]').value).toBe('A fast lane');
    blank(root);
    write(choice(1, 'why'), 'Spring');
    keeper.flush();
    expect(kept()).toMatchObject({ title: 'A fast lane', choices: [{ owner: 'The chief nurse', why: 'Spring' }] });

    // another tab wrote meanwhile
    const other = open();
    other.open(keeper.id as string);
    other.save(keeper.id as string, { ...kept(), title: 'Theirs' });
    back();
    expect(field(root, '[name="title"]').value).toBe('Theirs');
    write(choice(1, 'why'), 'Autumn');
    keeper.flush();
    expect(kept()).toMatchObject({ title: 'Theirs', choices: [{ why: 'Autumn' }] });
  });
});

describe('The form of a view', () => {
  const [one, two] = checkGuide.questions as unknown as [{ id: string; wording: string }, { id: string; wording: string }];
  const CHECK_PAGE = `<div>
    ${['Executive', 'Nurse', ''].map((role) => `<input type="radio" name="role" value="${role}">`).join('')}<input name="role-words">
    ${checkGuide.questions
      .map(
        ({ id }) =>
          `${ANSWERS.map((word) => `<input type="radio" name="${id}" value="${word}">`).join('')}<textarea name="note-${id}"></textarea><button data-clear="${id}"></button>`,
      )
      .join('')}<input name="link"></div>`;
  const made = (chair: Chair): { form: ChairForm; root: Element } => {
    const root = page(CHECK_PAGE).querySelector('div') as Element;
    const form = new ChairForm(root as HTMLElement, checkGuide);
    form.fill(chair);
    return { form, root };
  };
  const VIEW: Chair = {
    role: 'Head of a ward',
    answers: [
      { question: one.id, wording: 'old', answer: 'partly', note: 'A note' },
      { question: 'gone', wording: 'abc', answer: 'not', note: 'Kept' },
    ],
  };

  test('takes over one field at a time: what the browser emptied in the others is not lost', () => {
    const { form, root } = made(VIEW);
    blank(root);
    expect(form.typed(field(root, `[name="${two.id}"][value="unknown"]`))).toBe(true);
    expect(form.chair).toEqual({
      ...VIEW,
      answers: [VIEW.answers[0], { question: two.id, wording: two.wording, answer: 'unknown', note: '' }, VIEW.answers[1]],
    });
    form.typed(typed(root, `[name="note-${one.id}"]`, ''));
    expect(form.chair.answers[0]).toEqual({ ...VIEW.answers[0], note: '' });
    form.refill();
    expect(field(root, '[name="role-words"]').value).toBe('Head of a ward');
    expect(field(root, '[name="role"][value=""]').checked).toBe(true);
    expect(field(root, `[name="${one.id}"][value="partly"]`).checked).toBe(true);
  });

  test('gives an answer that was changed the present wording, and a note alone leaves the wording', () => {
    const { form, root } = made(VIEW);
    form.typed(typed(root, `[name="note-${one.id}"]`, 'More'));
    expect(form.chair.answers[0]).toEqual({ ...VIEW.answers[0], note: 'More' });
    form.typed(field(root, `[name="${one.id}"][value="partly"]`));
    expect(form.chair.answers[0]?.wording).toBe('old');
    form.typed(field(root, `[name="${one.id}"][value="not"]`));
    expect(form.chair.answers[0]).toMatchObject({ answer: 'not', wording: one.wording });
    form.clear(one.id);
    expect(form.chair.answers[0]).toMatchObject({ answer: '', note: 'More' });
    form.typed(typed(root, `[name="note-${one.id}"]`, ''));
    expect(form.chair.answers).toEqual([VIEW.answers[1]]);
  });

  test('knows who sits there, in words of their own too', () => {
    const { form, root } = made(emptyChair());
    const sit = (role: string): void => void form.typed(field(root, `[name="role"][value="${role}"]`));
    sit('Nurse');
    expect(form.chair.role).toBe('Nurse');
    form.typed(typed(root, '[name="role-words"]', 'Porter'));
    expect([form.chair.role, field(root, '[name="role"][value=""]').checked]).toEqual(['Porter', true]);
    sit('Executive');
    expect(form.chair.role).toBe('Executive');
    form.refill();
    sit('');
    expect(form.chair.role).toBe('Porter');
    form.typed(typed(root, '[name="role-words"]', ''));
    form.refill();
    expect([form.chair.role, field(root, '[name="role"][value=""]').checked]).toEqual(['', true]);
    expect(form.typed(typed(root, '[name="link"]', 'https://'))).toBe(false);
  });
});

test('The boxes of the search say what was checked, whatever the browser did to them', () => {
  const root = page(
    '<label><input type="checkbox" name="kind" value="Gap"></label><label><input type="checkbox" name="kind" value="Link"></label>',
  );
  const inputs = [...root.querySelectorAll<HTMLInputElement>('input')];
  const boxes = new FacetBoxes(inputs);
  boxes.restore(new URLSearchParams('kind=Gap'));
  blank(root);
  expect(boxes.choice()).toEqual({ kind: ['Gap'], voice: [] });
  boxes.refill();
  expect(inputs.map(({ checked }) => checked)).toEqual([true, false]);
  boxes.took(Object.assign(inputs[1] as HTMLInputElement, { checked: true }));
  boxes.took(Object.assign(inputs[0] as HTMLInputElement, { checked: false }));
  expect(boxes.params()).toEqual([['kind', 'Link']]);
});
