import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, test } from 'vitest';
import Rows from '../../src/components/entry/Rows.astro';
import SentenceNote from '../../src/components/entry/SentenceNote.astro';
import SourceNote from '../../src/components/entry/SourceNote.astro';
import Tally from '../../src/components/entry/Tally.astro';
import Voice from '../../src/components/entry/Voice.astro';
import Cite from '../../src/components/prose/Cite.astro';
import Count from '../../src/components/prose/Count.astro';
import Editors from '../../src/components/prose/Editors.astro';
import Ref from '../../src/components/prose/Ref.astro';
import Term from '../../src/components/prose/Term.astro';
import { loadGuide } from '../../src/guide/index.ts';
import { countWord } from '../../src/lib/text.ts';
import { VOICES } from '../../src/lib/voices.ts';

let container: AstroContainer;
beforeAll(async () => {
  container = await AstroContainer.create();
});

type Component = Parameters<AstroContainer['renderToString']>[0];
const draw = async (component: Component, props: Record<string, unknown>, slots: Record<string, string> = {}) =>
  parseHTML(`<!doctype html><html><body>${await container.renderToString(component, { props, slots })}</body></html>`).document.body;

describe('A statement', () => {
  test.each(VOICES)('in the voice %s carries its mark in words, and its fragment', async (voice) => {
    const body = await draw(Voice, { voice, id: 'named' }, { default: '<p>Said.</p>' });
    const block = body.querySelector('#named');
    expect(block?.getAttribute('data-voice')).toBe(voice);
    expect(block?.querySelector('.mark b')?.textContent).toBe(loadGuide().about.voices[voice].label);
    expect(block?.querySelector('.said')?.textContent?.trim()).toBe('Said.');
    expect(block?.querySelectorAll('svg').length).toBe(1);
  });
  test('keeps the addresses of those it took in, inside itself', async () => {
    const body = await draw(
      Editors,
      { id: 'named', formerly: 'once  twice', because: 'it is so', from: 'results-2' },
      { default: '<p>Said.</p>' },
    );
    expect(['once', 'twice'].map((old) => body.querySelector(`#${old}`)?.closest('.voice')?.id)).toEqual(['named', 'named']);
  });
  test('without a note has no empty margin', async () => {
    expect((await draw(Voice, { voice: 'paper' }, { default: '<p>Said.</p>' })).querySelector('.note')).toBeNull();
  });
  test('that cites a source has the source’s note in the margin, once', async () => {
    const cite = await container.renderToString(Cite as Component, { props: { source: 'iom-2015-governance' } });
    const body = await draw(Voice, { voice: 'editors' }, { default: `<p>See ${cite} and again ${cite}.</p>` });
    expect(body.querySelectorAll('.note p').length).toBe(1);
    expect(body.querySelector('.note a')?.getAttribute('href')).toBe('/sources/iom-2015-governance/');
    expect(body.querySelector('.note')?.textContent).toContain('Read: ');
  });
  test('shapes are decoration: the words carry the meaning', async () => {
    const body = await draw(Voice, { voice: 'editors' }, { default: '<p>Said.</p>' });
    expect(body.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('Where a statement comes from', () => {
  test('a sentence is named and linked to its place in the abstract', async () => {
    const link = (await draw(SentenceNote, { at: ['results-2'] })).querySelector('a');
    expect(link?.getAttribute('href')).toMatch(/^https:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/\d+\/#:~:text=[A-Za-z%0-9]+,[A-Za-z%0-9]+$/);
    expect(link?.getAttribute('aria-label')).toBe('Read it on PubMed: Results, sentence 2');
  });
  test('an unknown sentence stops the page', async () => {
    await expect(draw(SentenceNote, { at: ['results-9'] })).rejects.toThrow('There is no sentence "results-9".');
  });
  test('a source says what kind it is, what was read and how it bears; the study’s authors are no independent support', async () => {
    const text = (await draw(SourceNote, { source: 'harrison-2023-alignment', stance: 'supports' })).textContent;
    expect(text).toContain('Read: abstract.');
    expect(text).toContain('Supports; the same authors as the study, so no independent support.');
  });
});

describe('Inside a paragraph', () => {
  test('a link shows the entry’s name, or its own words', async () => {
    expect((await draw(Ref, { to: 'gaps/timetables' })).innerHTML).toBe('<a href="/gaps/timetables/">Timetables</a>');
    expect((await draw(Ref, { to: 'gaps/timetables' }, { default: 'dates' })).textContent).toBe('dates');
  });
  test('a link to nothing stops the page', async () => {
    await expect(draw(Ref, { to: 'gaps/timetable' })).rejects.toThrow('<Ref to="gaps/timetable">: there is no such entry.');
    await expect(draw(Cite, { source: 'nobody' })).rejects.toThrow('The guide has no entry "sources/nobody".');
    await expect(draw(Term, { id: 'soft-mony' })).rejects.toThrow('The guide has no entry "glossary/soft-mony".');
  });
  test('a term links to its definition and holds it, hidden until a script shows it', async () => {
    const body = await draw(Term, { id: 'soft-money' }, { default: 'soft money' });
    expect(body.querySelector('a')?.getAttribute('href')).toBe('/glossary/#soft-money');
    expect(body.querySelector('[role="tooltip"]')?.hasAttribute('hidden')).toBe(true);
    expect(body.querySelector('[role="tooltip"]')?.textContent).toBe(
      loadGuide().glossary.find((t) => t.id === 'soft-money')?.data.definition,
    );
  });
  test('a count is counted', async () => {
    const gaps = loadGuide().findings.filter(({ kind }) => kind === 'gaps').length;
    expect((await draw(Count, { of: 'gaps' })).textContent).toBe(countWord(gaps));
  });
});

describe('Lists', () => {
  test('a reason stands with whose it is', async () => {
    const rows = [
      { kind: 'Gap', title: 'Routines', href: '/gaps/routines/', reason: 'One habit among several.', voice: 'editors', label: 'We infer' },
    ];
    const item = (await draw(Rows, { rows })).querySelector('li');
    expect(item?.querySelector('a')?.getAttribute('href')).toBe('/gaps/routines/');
    expect(item?.querySelector('.why')?.textContent?.trim()).toBe('We infer: One habit among several.');
  });
  test('the count of voices says what is counted and has a mark for each passage, and the lens only where the paper speaks', async () => {
    const entry = loadGuide().findings.find((f) => f.ref === 'gaps/timetables');
    const body = await draw(Tally, { entry });
    expect(body.querySelector('p')?.textContent).toBe('Passages written for this page:');
    expect(body.querySelectorAll('.units i').length).toBe(entry?.statements.length);
    expect([...body.querySelectorAll('.lens-link')].map((a) => [a.textContent, a.getAttribute('href')])).toEqual([
      ['Show everything', '/gaps/timetables/'],
      ['Show only the paper', '/gaps/timetables/?voice=paper#only-the-paper'],
    ]);
    const none = await draw(Tally, { entry: { ...entry, statements: entry?.statements.filter((s) => s.voice === 'editors') } });
    expect(none.querySelector('.lens-link')).toBeNull();
  });
});
