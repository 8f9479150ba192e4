import { describe, expect, test } from 'vitest';
import type { Wording } from '../../../src/charts/chart.ts';
import { itemsOf } from '../../../src/charts/drawing.ts';
import { measure } from '../../../src/charts/fonts.ts';
import { layoutVoices } from '../../../src/charts/voice-bar/layout.ts';
import { type VoiceRow, voiceRows } from '../../../src/charts/voice-bar/rows.ts';
import { VOICE_SHAPES } from '../../../src/charts/voice-marks.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { VOICES } from '../../../src/lib/voices.ts';
import { collisions, expectSound } from './boxes.ts';

const guide = checkedGuide();
const wording: Wording = { about: guide.about, words: {}, findings: [] };
const rows = voiceRows(guide);
const draw = (list: readonly VoiceRow[], width: number, words = wording) => layoutVoices(list, { width, measure }, words);
const longer = (list: readonly VoiceRow[]): VoiceRow[] => list.map((row) => ({ ...row, on: `${row.on} ${row.on} ${'w'.repeat(60)}` }));
const many = Array.from({ length: 3000 }, (_, i): VoiceRow => {
  const row = rows[i % rows.length] as VoiceRow;
  return { ...row, id: `${row.id}-${i}`, on: `Group ${Math.floor(i / 75)}`, voice: VOICES[Math.floor(i / 15) % 5] as VoiceRow['voice'] };
});

test('every statement of the guide has one row, with its page, its voice and its text', () => {
  expect(rows).toHaveLength(guide.statements.length);
  const known = new Map(guide.statements.map((s) => [`${s.page}#${s.id}`, s]));
  for (const { id, page, voice, text } of rows)
    expect([known.get(id)?.page, known.get(id)?.voice, known.get(id)?.text]).toEqual([page, voice, text]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test('rows stand by kind of page, then by voice', () => {
  const runs = rows.map(({ on, voice }) => `${on} ${voice}`).filter((run, i, all) => run !== all[i - 1]);
  expect(new Set(runs).size).toBe(runs.length);
  const groups = [...new Set(rows.map(({ on }) => on))];
  expect(groups.slice(-6)).toEqual([guide.about.links.title, 'Figures', 'Lessons', 'Cases', 'Documents', 'Pages']);
  for (const group of groups) {
    const voices = [...new Set(rows.filter(({ on }) => on === group).map(({ voice }) => VOICES.indexOf(voice)))];
    expect(voices).toEqual([...voices].sort());
  }
});

describe.each([720, 300])('Drawn %d wide', (width) => {
  test.each([
    ['as it is', rows],
    ['with names twice as long and one of 60 letters', longer(rows)],
    ['empty', []],
    ['one statement', rows.slice(0, 1)],
    ['three thousand in forty groups', many],
  ])('%s: nothing overlaps, every row is there', (_, list) => {
    expectSound(() => draw(list, width), list);
  });

  test('long names of voices wrap', () => {
    const voices = Object.fromEntries(
      VOICES.map((voice) => [
        voice,
        { ...guide.about.voices[voice], label: 'A long label '.repeat(9), possessive: `of somebody ${'w'.repeat(60)}` },
      ]),
    ) as Wording['about']['voices'];
    expect(collisions(draw(rows, width, { ...wording, about: { ...guide.about, voices } }))).toEqual([]);
  });

  test('every mark has the shape of its voice, all are equally large and stand in the same columns', () => {
    const marks = itemsOf(draw(rows, width).items).flatMap((item) => (item.type === 'mark' && item.n !== undefined ? [item] : []));
    for (const { n, shape } of marks) expect(shape).toBe(VOICE_SHAPES[(rows[n as number] as VoiceRow).voice]);
    expect(new Set(marks.map(({ size }) => size)).size).toBe(1);
    const columns = [...new Set(marks.map(({ x }) => x))].sort((a, b) => a - b);
    for (const [i, x] of columns.entries()) if (i > 0) expect((x - (columns[i - 1] as number)) % 12).toBeCloseTo(0, 6);
  });

  test('each band says its counts in words', () => {
    const labels = itemsOf(draw(rows, width).items).flatMap((item) => (item.type === 'label' ? [item.lines.join(' ')] : []));
    const { paper, editors } = guide.about.voices;
    for (const group of new Set(rows.map(({ on }) => on))) {
      const of = (voice: string) => rows.filter((row) => row.on === group && row.voice === voice).length;
      const words = labels[labels.indexOf(group) + 1];
      if (of('paper')) expect(words).toContain(`${of('paper')} ${paper.possessive}`);
      if (of('editors')) expect(words).toContain(`${of('editors')} ${editors.possessive}`);
    }
  });
});
