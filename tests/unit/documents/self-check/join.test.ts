import { describe, expect, test } from 'vitest';
import { MOST_CHAIRS, type SelfCheck } from '../../../../src/documents/self-check/chair.ts';
import { apart, join, joinedSentence, putBack, taken, without } from '../../../../src/documents/self-check/join.ts';
import { view } from './views.ts';

const A = view('Executive', 'ipn-----------');
const B = view('Program leader', 'nnn-----------');
const C = view('Manager', 'uuu-----------');
const EMPTY = { role: '', answers: [] };
const six = 'ABCDEF'.split('').map((letter, i) => view(letter, `${'i'.repeat(i + 1)}${'-'.repeat(13 - i)}`));

describe('Views at one table', () => {
  test('come beside the reader’s own, which stays in the form', () => {
    const { check, added } = join({ chairs: [A, EMPTY], own: 0 }, [B]);
    expect(check).toEqual({ chairs: [A, B, EMPTY], own: 0 });
    expect(added).toEqual([1]);
  });
  test('of which six fill an empty table: the form shows the first, and that is told', () => {
    const joined = join({ chairs: [EMPTY], own: 0 }, six);
    expect(joined.check).toEqual({ chairs: six, own: 0 });
    expect(joinedSentence(joined, 'by a link')).toBe(
      'A, B, C, D, E and F came by a link. No place is free, so the form shows A: change it only if it is yours.',
    );
  });
  test('take the place of an empty chair, and the reader’s own view stays the one in the form', () => {
    const five = six.slice(0, 4);
    const { check } = join({ chairs: [EMPTY, ...five, B], own: 5 }, [A]);
    expect(check.chairs).toHaveLength(MOST_CHAIRS);
    expect(check.chairs[check.own]).toBe(B);
  });
  test('a place where nobody sits changes nothing', () => {
    const check: SelfCheck = { chairs: [A, B], own: 1 };
    expect(taken(check, 2)).toBe(check);
  });
});

describe('A view that was taken away', () => {
  test('comes back to its place beside what was written since', () => {
    const before: SelfCheck = { chairs: [A, B, C], own: 2 };
    const later = { ...without(before, 1), chairs: [A, view('Manager', 'uuuuuuuu------')] };
    expect(putBack(later, B, 1, false)).toEqual({ chairs: [A, B, later.chairs[1]], own: 2 });
  });
  test('comes back into the form where it was the reader’s own', () => {
    const before: SelfCheck = { chairs: [A, B], own: 0 };
    expect(putBack(without(before, 0), A, 0, true)).toEqual(before);
  });
  test('comes back alone where it was the only one', () => {
    expect(putBack(without({ chairs: [A], own: 0 }, 0), A, 0, true)).toEqual({ chairs: [A], own: 0 });
  });
  test('finds no room where six sit', () => {
    expect(putBack({ chairs: six, own: 0 }, A, 1, false)).toBeUndefined();
  });
});

describe('Views set apart', () => {
  test('leave the others as they were, with the reader’s own in the form', () => {
    expect(apart({ chairs: [A, B, C], own: 2 }, [A])).toEqual({ chairs: [B, C], own: 1 });
  });
  test('leave an empty one where nobody else sat', () => {
    expect(apart({ chairs: [A], own: 0 }, [A])).toEqual({ chairs: [EMPTY], own: 0 });
  });
});
