import { describe, expect, test } from 'vitest';
import { buildGuide } from '../../../src/guide/build.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { mayWorsen, notLinkedTo, pairHeads, type Response, responsesOf, spokenFor } from '../../../src/guide/responses.ts';
import type { Finding } from '../../../src/guide/types.ts';
import { LINK_VOICES } from '../../../src/lib/voices.ts';

const named = (short: string) => ({ data: { short, title: short } }) as Finding;
const guide = buildGuide(readFiles('content'));

describe('What finder and comparison say of a pair', () => {
  test('warns of a gap by its name inside a sentence', () => {
    expect(['Timetables', 'IT systems'].map((short) => mayWorsen(named(short)))).toEqual([
      'May make timetables worse',
      'May make IT systems worse',
    ]);
  });
  test('whose judgment it is, in each voice, and that it is contested where it is', () => {
    const { about } = guide;
    for (const voice of LINK_VOICES)
      for (const state of ['linked', 'contested', 'may-worsen', 'not-linked'] as const)
        expect(spokenFor(about, { state, voice } as Parameters<typeof spokenFor>[1])).toBe(
          `${state === 'contested' ? ', contested' : ''}, ${about.voices[voice].label.toLowerCase()}`,
        );
  });
  test('which pairs nobody judged', () => {
    const pair = (state: string, ends: object | undefined) =>
      ({ from: named('careers'), link: { data: { state }, ends } }) as unknown as Response['closed'][number];
    expect(notLinkedTo(pair('not-linked', {}))).toBe('Careers');
    expect(notLinkedTo(pair('not-assessed', undefined))).toBe('Careers (not assessed)');
    for (const { closed } of responsesOf(guide).responses)
      for (const one of closed) expect(notLinkedTo(one).endsWith('(not assessed)')).toBe(one.link.data.state === 'not-assessed');
  });
  test('heads its rows by the kind that readers start from', () => {
    expect(pairHeads('gaps')).toEqual({ open: 'Gaps it may touch', worse: 'Gaps it may make worse', closed: 'Gaps not linked to it' });
  });
});
