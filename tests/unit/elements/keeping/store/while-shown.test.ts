import { beforeEach, expect, test } from 'vitest';
import { WhileShown } from '../../../../../src/elements/keeping/store/while-shown.ts';

let page: EventTarget;
let shown: WhileShown;
let begun: number;
beforeEach(() => {
  page = new EventTarget();
  shown = new WhileShown(page);
  begun = 0;
});
const tell = (what: 'pagehide' | 'pageshow') => page.dispatchEvent(new Event(what));
/** lets everything go on that can */
const settle = () => new Promise((done) => setTimeout(done));

/** A step that lasts until its page is left. */
const untilLeft = (left: AbortSignal): Promise<string> => {
  begun++;
  return new Promise((_, fail) => left.addEventListener('abort', () => fail(new Error('taken back'))));
};
const atOnce = async (): Promise<string> => {
  begun++;
  return 'done';
};

test('A step is done once, also where the page is first shown in the middle of it.', async () => {
  const ended = shown.run(atOnce);
  tell('pageshow');
  expect(await ended).toBe('done');
  expect(begun).toBe(1);
});

test('A step is told when its page is left, and done anew when it is shown again.', async () => {
  const ended = shown.run((left) => (begun === 0 ? untilLeft(left) : atOnce()));
  tell('pageshow');
  tell('pagehide');
  await settle();
  expect(begun).toBe(1);
  tell('pageshow');
  expect(await ended).toBe('done');
  expect(begun).toBe(2);
});

test('No step begins while the page is away.', async () => {
  tell('pagehide');
  const ended = [shown.run(atOnce), shown.run(atOnce)];
  await settle();
  expect(begun).toBe(0);
  tell('pageshow');
  expect(await Promise.all(ended)).toEqual(['done', 'done']);
});

test('What fails while the page is shown has failed.', async () => {
  await expect(shown.run(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
});
