import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { addressesAt } from '../../../src/exports/addresses.ts';
import { type BriefSlide, briefDrawing, briefSlide, placed } from '../../../src/exports/brief-slide.ts';
import { BRIEF_FILES, type BriefFile, briefFile } from '../../../src/exports/brief-slide-files.ts';
import { WIDER } from '../../../src/exports/teaching/slide-sheet.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { pageEntry } from '../../../src/guide/page.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import type { Guide } from '../../../src/guide/types.ts';
import { PlainError } from '../../../src/lib/plain-error.ts';
import { lettersOf } from '../../open-xml.ts';
import { collisions } from '../charts/boxes.ts';
import { rounds } from '../rounds.ts';

const guide = checkedGuide();
const other = buildGuide(readFiles('tests/fixtures/guide'), 'tests/fixtures/guide');
const site = new URL('https://guide.example');
const { addressFor } = addressesAt(site);

const slideOf = (own: Guide): BriefSlide => briefSlide(own, addressFor) as BriefSlide;
const textOf = (xml: string): string => lettersOf([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join(' '));
/** What a statement of the brief says on its page. */
const said = (own: Guide, id: string): string => pageEntry(own, 'brief').statements.find((one) => one.id === id)?.text ?? '';

describe('The slide of the brief', () => {
  test('says what the page says, with the mark of each voice, the study and the address', () => {
    const { title, said: below, foot } = slideOf(guide);
    expect(title.parts.map(({ text }) => text).join(' ')).toBe(said(guide, 'message'));
    expect(below.map(({ parts }) => parts.map(({ text }) => text).join(' '))).toEqual([said(guide, 'monday')]);
    expect([title, ...below].map(({ mark }) => mark)).toEqual(['The paper says · Conclusions, sentence 1', 'We infer · nobody tested it']);
    expect(foot).toContain(guide.study.data.short);
    expect(foot).toContain('https://guide.example/brief/');
  });
  test('names no address where none is known', () => {
    const { foot, notes } = briefSlide(guide) as BriefSlide;
    expect([foot, ...notes].join(' ')).not.toContain('/brief');
  });
  test('is none where a brief has no message', () => {
    const pages = guide.pages.map((page) => (page.id === 'brief' ? { ...page, blocks: [] } : page));
    expect(briefSlide({ ...guide, pages })).toBeUndefined();
  });
  test.each([
    ['this guide', guide],
    ['another guide', other],
  ])('fits in %s: nothing overlaps, and main lines can be read from the back of a room', (_, own) => {
    const slide = slideOf(own);
    expect(collisions(briefDrawing(slide))).toEqual([]);
    for (const wider of [1, WIDER]) {
      const { title, said: below, foot } = placed(slide, wider);
      for (const { face } of [title.text, ...below.flatMap(({ parts }) => parts)]) expect(face.size).toBeGreaterThanOrEqual(24);
      for (const { face } of [title.mark, foot, ...below.map(({ mark }) => mark)]) expect(face.size).toBeGreaterThanOrEqual(18);
    }
  });
  test('with texts of any length nothing overlaps or is cut off, or the page is named and nothing is made', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z’,-]{1,14}$/), { minLength: 1, maxLength: 45 }).map((some) => some.join(' '));
    const slide = slideOf(guide);
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 6 }), words, (title, items, foot) => {
        const drawn = () =>
          briefDrawing({
            ...slide,
            title: { ...slide.title, parts: [{ text: title, item: false }] },
            said: slide.said.map((one) => ({ ...one, parts: items.map((text) => ({ text, item: true })) })),
            foot,
          });
        let drawing: ReturnType<typeof drawn>;
        try {
          drawing = drawn();
        } catch (error) {
          expect(error).toBeInstanceOf(PlainError);
          expect(String(error)).toContain('content/pages/brief.mdx');
          return;
        }
        expect(collisions(drawing)).toEqual([]);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('Files of the slide', () => {
  test('a picture has 1920 by 1080 pixels', async () => {
    const { width, height, format } = await sharp(await briefFile(guide, 'slide.png', site)).metadata();
    expect([width, height, format]).toEqual([1920, 1080, 'png']);
  });
  test.each([
    ['this guide', guide],
    ['another guide', other],
  ])('a presentation of %s, read back, is one slide whose title programs know as one', async (_, own) => {
    const zip = unzipSync(await briefFile(own, 'slide.pptx', site));
    expect(Object.keys(zip).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(1);
    const xml = strFromU8(zip['ppt/slides/slide1.xml'] as Uint8Array);
    const [title = ''] = xml.match(/<p:sp>(?:(?!<\/p:sp>).)*<p:ph[^>]*type="title"(?:(?!<\/p:sp>).)*<\/p:sp>/s) ?? [];
    expect(textOf(title)).toBe(said(own, 'message'));
    const slide = slideOf(own);
    for (const { mark, parts } of [slide.title, ...slide.said])
      for (const text of [mark, ...parts.map((part) => part.text)]) expect(textOf(xml)).toContain(text);
    expect(textOf(xml)).toContain(slide.foot);
    const sizes = [...xml.matchAll(/ sz="(\d+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1800);
    const notes = textOf(strFromU8(zip['ppt/notesSlides/notesSlide1.xml'] as Uint8Array));
    for (const statement of pageEntry(own, 'brief').statements) expect(notes).toContain(statement.text);
  });
  test('are the same bytes whenever they are made', async () => {
    const made = async (name: BriefFile) => {
      const folder = mkdtempSync(join(tmpdir(), 'slide-'));
      vi.stubEnv('CACHE_DIR', folder);
      try {
        return await briefFile(guide, name, site);
      } finally {
        vi.unstubAllEnvs();
        rmSync(folder, { recursive: true });
      }
    };
    for (const { name } of BRIEF_FILES) expect([name, Buffer.compare(await made(name), await made(name))]).toEqual([name, 0]);
  });
});
