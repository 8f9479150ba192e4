import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AfterFrame } from '../../../../src/elements/shared/after-frame.ts';

let frame: (() => void) | undefined;
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => (frame = work));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What a browser does: callbacks, then the picture, then what was set to follow. */
function draw(): void {
  frame?.();
  frame = undefined;
}

test('what was asked for twice is done once, when the frame is drawn', () => {
  const work = vi.fn();
  const later = new AfterFrame(work);
  later.ask();
  later.ask();
  vi.runAllTimers();
  expect(work).not.toHaveBeenCalled();
  draw();
  expect(work).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(work).toHaveBeenCalledTimes(1);
});

test('it can be asked for again, also while it is done', () => {
  let times = 0;
  const later: AfterFrame = new AfterFrame(() => {
    if (++times === 1) later.ask();
  });
  later.ask();
  for (let i = 0; i < 3; i++) {
    draw();
    vi.runAllTimers();
  }
  expect(times).toBe(2);
});
