import { describe, expect, test } from 'vitest';
import { recordFragment, fromFragment as recordFrom } from '../../../../src/documents/decision-record/record-link.ts';
import type { CheckGuide } from '../../../../src/documents/self-check/check-guide.ts';
import { fromFragment as checkFrom } from '../../../../src/documents/self-check/check-link.ts';
import { ANSWERS } from '../../../../src/lib/answers.ts';
import { keyOf } from '../../../../src/lib/stamp.ts';
import { GOLDEN } from './links.ts';

/** Links as readers of the first version sent them, with what they held. They are literals: never made anew. */
const RECORDS = GOLDEN.flatMap(({ fragment, record }) => (record ? [{ fragment, record }] : []));
const CHECKS = GOLDEN.flatMap(({ fragment, check }) => (check ? [{ fragment, check }] : []));

/** A guide that asks these questions, in any words. */
const asking = (questions: readonly string[]): CheckGuide =>
  ({ questions: questions.map((id) => ({ id, key: keyOf(id), wording: 'now', formerly: [] })) }) as unknown as CheckGuide;

describe('A link of version 1', () => {
  test('is there for each field of a record, and each answer of a view', () => {
    const all = RECORDS.map(({ record }) => record);
    for (const key of ['title', 'gaps', 'choices', 'review', 'people', 'seen'] as const)
      expect(all.some((record) => record[key].length > 0)).toBe(true);
    for (const key of ['response', 'why', 'owner', 'step', 'by', 'sign', 'stop'] as const)
      expect(all.some(({ choices }) => choices.some((choice) => choice[key]))).toBe(true);
    const given = CHECKS.flatMap(({ check }) => check.chairs.flatMap(({ answers }) => answers));
    for (const answer of ['', ...ANSWERS]) expect(given.some((one) => one.answer === answer)).toBe(true);
    expect(given.some(({ wording }) => wording === '')).toBe(true);
  });

  test('gives the whole record, field by field, and the same record gives the same link', () => {
    for (const { fragment, record } of RECORDS) {
      expect(recordFrom(fragment)).toEqual({ state: 'whole', record, left: [] });
      expect(recordFragment(record)).toBe(fragment);
    }
  });

  test('gives the whole self-check, view by view', () => {
    for (const { fragment, check } of CHECKS)
      expect(checkFrom(asking(check.questions), fragment)).toEqual({ state: 'whole', gone: 0, chairs: check.chairs, left: [] });
  });
});
