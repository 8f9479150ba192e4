import { expect, test } from 'vitest';
import { checkedGuide } from '../../../src/guide/check.ts';
import { specimensOf } from '../../../src/guide/specimens.ts';
import type { Guide, Statement } from '../../../src/guide/types.ts';
import { VOICES, type Voice } from '../../../src/lib/voices.ts';

const said = (voice: Voice, text: string, section = 'Heading'): Statement => ({ voice, text, section }) as Statement;
const finding = (...statements: Statement[]) => ({ kind: 'gaps', statements }) as unknown as Guide['findings'][number];
const shown = (findings: Guide['findings'], statements: Statement[]) =>
  [...specimensOf({ findings, statements })].map(([voice, { text }]) => [voice, text]);

test('a specimen of a voice is of the finding that speaks in most, else the shortest there is; none where nobody speaks in it', () => {
  expect(shown([], [])).toEqual([]);
  const [one, two] = [finding(said('paper', 'a')), finding(said('paper', 'the lead', ''), said('paper', 'b'), said('editors', 'c'))];
  expect(shown([one, two], [...one.statements, ...two.statements, said('example', 'longer'), said('example', 'short')])).toEqual([
    ['paper', 'b'],
    ['editors', 'c'],
    ['example', 'short'],
  ]);
});

test('this guide shows each of its voices', () => {
  expect([...specimensOf(checkedGuide()).keys()]).toEqual([...VOICES]);
});
