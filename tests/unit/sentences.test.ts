import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellWords } from '../../src/charts/literature/layout.ts';
import { kindOf } from '../../src/charts/pathways/columns.ts';
import { countsOf } from '../../src/charts/pathways/layout.ts';
import { localWords, rowsThrough } from '../../src/charts/pathways/local.ts';
import { type PathRow, pathRows } from '../../src/charts/pathways/rows.ts';
import { betweenThem, gatheredFor } from '../../src/charts/study/rows.ts';
import { arrival } from '../../src/documents/decision-record/arrival.ts';
import { type DecisionRecord, emptyChoice, emptyRecord, type Seen } from '../../src/documents/decision-record/record.ts';
import { type KnownPair, markWords } from '../../src/documents/decision-record/record-guide.ts';
import { changesSince as recordChanges } from '../../src/documents/decision-record/since.ts';
import type { Chair } from '../../src/documents/self-check/chair.ts';
import { chairView } from '../../src/documents/self-check/chair-view.ts';
import type { KnownQuestion } from '../../src/documents/self-check/check-guide.ts';
import { cutCheck, type Joined, joinedSentence } from '../../src/documents/self-check/join.ts';
import { changesSince } from '../../src/documents/self-check/since.ts';
import { bearsLabel } from '../../src/documents/self-check/words.ts';
import { SPOT_VOICES, type SpotVoice } from '../../src/documents/spot-the-inference/round.ts';
import { arrived, asks, outcome, verdict } from '../../src/documents/spot-the-inference/words.ts';
import { closedSentence } from '../../src/elements/challenge-finder/words.ts';
import { shown } from '../../src/elements/explore/shown.ts';
import { countOf } from '../../src/elements/path-figure/panel.ts';
import { addressesAt } from '../../src/exports/addresses.ts';
import { figureBasis } from '../../src/exports/figure-files.ts';
import { articleLd, pageLd } from '../../src/exports/jsonld.ts';
import { recordGuide } from '../../src/exports/record-guide.ts';
import { spotData } from '../../src/exports/teaching/spot-statements.ts';
import { buildGuide } from '../../src/guide/build.ts';
import { checkedGuide } from '../../src/guide/check.ts';
import { countShown, withCounts } from '../../src/guide/counts.ts';
import { counted, tally, tallyText } from '../../src/guide/labels.ts';
import { countLinks, countsLine, isJudged, type JudgedLink, linkSentence, paperPairsNone } from '../../src/guide/links.ts';
import { bearsWords, stancesWords } from '../../src/guide/literature.ts';
import { contentFolder, readFiles } from '../../src/guide/read/files.ts';
import { sentenceUses } from '../../src/guide/sentences.ts';
import type { Guide, Link, Source } from '../../src/guide/types.ts';
import {
  answerThese,
  datedEntries,
  objectionsWords,
  oldestWords,
  organizationsWords,
  overlapWords,
  readyWords,
} from '../../src/guide/words.ts';
import { longDate, monthsFrom } from '../../src/lib/dates.ts';
import { LINK_STATES } from '../../src/lib/link-states.ts';
import { numbered } from '../../src/lib/text.ts';
import { PAIR_VOICES, STANCES, VOICES } from '../../src/lib/voices.ts';
import { FINDING_KINDS } from '../../src/schemas/kinds.ts';
import { FOLDER } from './guide/malformed.ts';

const files = readFiles(contentFolder());
const guide = checkedGuide();
const fixture = buildGuide(readFiles(FOLDER), FOLDER);

/** The numbers that a sentence states in digits. */
const digits = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
const some = fc.integer({ min: 0, max: 200 });

test('where an objection goes is told, and that no address is named only where none is', () => {
  const { objections: _, ...none } = guide.about;
  expect(objectionsWords({ ...none, objections: 'mailto:a@example.org' })).toBe('Send it to');
  expect(objectionsWords(none)).toMatch(/^This copy of the guide names no address for objections\. Send yours to /);
});

describe('Counts inside texts of the content', () => {
  /** Counts of wholes, which their noun may follow in the plural: no guide has one or none of these. */
  const wholes = new Set<string>([
    ...FINDING_KINDS,
    'findings',
    'links',
    'statements',
    'statements/editors',
    'sentences',
    'literature/cells',
  ]);
  const isWhole = (name: string): boolean => wholes.has(name) || /^links\/\w+$/.test(name);
  /** What may follow the count of a part: it reads the same after none, one, two and 12. */
  const ANY = /^(?:\s*(?:[.,;:)]|$)|\s+(?:of|may|says|contested|without|by|in)\b)/;

  /** Each text that asks for counts, in pieces: words, name of a count, words, name ... */
  const texts = files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => /<Count of=/.test(line) || (/^content\/figures\//.test(path) && /^ {2}text: .*\{/.test(line)))
      .map((line) => ({
        path,
        pieces: line
          .replace(/^ {2}text: "|"$/g, '')
          .split(/<Count of="([^"]+)" \/>|\{([^}]+)\}/)
          .filter((piece) => piece !== undefined),
      })),
  );
  const counts = texts.flatMap(({ path, pieces }) =>
    pieces.flatMap((name, i) => (i % 2 === 1 ? [{ path, name, before: pieces[i - 1] as string, after: pieces[i + 1] as string }] : [])),
  );

  test('are found', () => {
    expect(counts.length).toBeGreaterThan(10);
    for (const { name } of counts) expect(guide.counts.has(name), name).toBe(true);
  });
  test.each(counts)('$path: $name fits none, one and many', ({ name, before, after }) => {
    if (isWhole(name)) expect(guide.counts.get(name)).toBeGreaterThan(1);
    else expect(after, 'Write it so that it fits none, one, two and 12: "of the pairs", a colon, "may".').toMatch(ANY);
    // a count inside a text has no capital
    expect(before, 'No sentence begins with a count.').not.toMatch(/(?:^|[.?!]["”’]?\s+)$/);
  });
  test.each([0, 1, 2, 12])('with %i each reads as a sentence', (n) => {
    for (const { path, pieces } of texts) {
      const text = pieces.map((piece, i) => (i % 2 === 1 ? countShown(isWhole(piece) ? Math.max(n, 2) : n) : piece)).join('');
      expect(text, path).not.toMatch(
        /\b(?:none|one) (?:are|were|have|do|pairs|links|paths|statements|sentences|marks|places|times|gaps|recommendations)\b/,
      );
      expect(text, path).not.toMatch(
        /\b(?:two|12) (?:is|was|has|does|pair|link|path|statement|sentence|mark|place|time|gap|recommendation)\b/,
      );
      expect(text, path).not.toMatch(/[{}<>]|undefined|NaN|\bzero\b/);
    }
  });
  test('are shown as none, as words up to ten, and at the start of an answer with a capital', () => {
    expect([0, 1, 2, 10, 11].map(countShown)).toEqual(['none', 'one', 'two', 'ten', '11']);
    expect(withCounts('{x} of the pairs.', () => countShown(0))).toBe('None of the pairs.');
    expect(withCounts('Nothing to count.', () => 'never')).toBe('Nothing to count.');
  });
  test('the sentences in use are those on which a statement rests', () => {
    const used = sentenceUses(guide).filter(({ paper, inferred }) => paper.length > 0 || inferred.length > 0);
    expect(guide.counts.get('sentences/used')).toBe(used.length);
    const unused = checkedGuide();
    expect(unused.counts.get('sentences/used')).toBeLessThanOrEqual(unused.counts.get('sentences') as number);
  });
});

describe('Whether the abstract pairs findings', () => {
  /** The guide with a pair in a sentence of its abstract, whatever its links are. */
  const pairing = (own: Guide): Guide => {
    const [first, ...rest] = own.study.data.sentences as [Source['data']['sentences'][number], ...Source['data']['sentences']];
    return { ...own, study: { ...own.study, data: { ...own.study.data, sentences: [{ ...first, links: ['one--another'] }, ...rest] } } };
  };
  test('is told by its sentences and not by whose the links are', () => {
    expect(paperPairsNone(guide)).toBe(guide.study.data.sentences.every(({ links }) => links.length === 0));
    for (const own of [guide, fixture]) expect(paperPairsNone(pairing(own))).toBe(false);
    expect(paperPairsNone(pairing({ ...guide, links: [] }))).toBe(false);
  });
  test('no link in the paper’s voice stands beside the words that it pairs none', () => {
    for (const own of [guide, fixture])
      if (paperPairsNone(own)) expect(own.links.filter(({ data }) => 'voice' in data && data.voice === 'paper')).toEqual([]);
  });
});

describe('Sentences of pages', () => {
  test('the oldest dates: none, one, some, all', () => {
    const dated = (...days: string[]) => days.map((day) => ({ day }));
    expect(oldestWords([])).toBe('No entry carries a date of review or judgment.');
    expect(oldestWords(dated('2026-01-02'))).toBe('The one entry carries the date of review or judgment, 2026-01-02.');
    expect(oldestWords(dated('2026-01-02', '2026-01-02'))).toBe('All 2 entries carry the same date of review or judgment, 2026-01-02.');
    expect(oldestWords(dated('2026-01-02', '2026-03-01'))).toBe(
      '1 of 2 entries carries the earliest date of review or judgment, 2026-01-02.',
    );
    expect(oldestWords(dated('2026-01-02', '2026-01-02', '2026-03-01'))).toBe(
      '2 of 3 entries carry the earliest date of review or judgment, 2026-01-02.',
    );
  });
  test('each entry with a date is counted once, earliest first', () => {
    const dated = datedEntries(guide);
    expect(new Set(dated.map(({ entry }) => entry.ref)).size).toBe(dated.length);
    expect(dated.map(({ day }) => day)).toEqual([...dated.map(({ day }) => day)].sort());
    expect(dated).toHaveLength(
      [...guide.entries.values()].filter(({ id, data }) => id !== '404' && id !== 'all' && ('reviewed' in data || 'judged' in data)).length,
    );
  });
  test('the overlap of a source with the study: all kinds, with and without a note and authors', () => {
    const source = (data: Partial<Source['data']>) => ({
      data: { ...guide.study.data, authors: [{ family: 'B', given: 'A' }], 'et-al': false, ...data },
    });
    expect(overlapWords(source({ overlap: 'study' }))).toBe('This is the study.');
    expect(overlapWords(source({ overlap: 'same authors' }))).toBe('The same authors as the study, so it is no independent support.');
    expect(overlapWords(source({ overlap: 'same authors', 'overlap-note': 'One of three.' }))).toBe(
      'The same authors as the study, so it is no independent support. One of three.',
    );
    const none = 'None known.';
    expect(overlapWords(source({ overlap: 'none known' }))).toBe(none);
    expect(overlapWords(source({ overlap: 'none known', authors: [] }))).toBe(`${none} The record names no author.`);
    expect(overlapWords(source({ overlap: 'none known', 'et-al': true }))).toBe(`${none} The record names the first authors only.`);
    expect(overlapWords(source({ overlap: 'none known', 'overlap-note': 'Data not shown.' }))).toBe(`${none} Data not shown.`);
  });
  test('what a lesson needs, and the way to its questions', () => {
    expect([[], ['a pen'], ['a pen', 'paper, cut'], ['Who has a pen?']].map((bring) => readyWords({ bring }))).toEqual([
      '',
      'Have ready: a pen.',
      'Have ready: a pen; paper, cut.',
      'Have ready: Who has a pen?',
    ]);
    expect([1, 2, 12].map(answerThese)).toEqual([
      'Answer it on the page of the quiz',
      'Answer these 2 on one page',
      'Answer these 12 on one page',
    ]);
  });
  test('a count with its noun is in the singular for one only', () => {
    expect([0, 1, 2].map((n) => numbered(n, 'slide', 'slides'))).toEqual(['0 slides', '1 slide', '2 slides']);
    expect([0, 1, 2, 12].map((n) => counted(guide, 'gaps', n))).toEqual(['zero gaps', 'one gap', 'two gaps', '12 gaps']);
  });
  test('voices are counted as they stand, and every one that stands is told', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VOICES), { maxLength: 40 }), (voices) => {
        const statements = voices.map((voice) => ({ voice }));
        const told = digits(tallyText(guide.about, statements));
        expect(told).toEqual(tally(statements).map(({ count }) => count));
        expect(told.reduce((sum, n) => sum + n, 0)).toBe(voices.length);
      }),
    );
    expect(tallyText(guide.about, [])).toBe('');
  });
});

describe('The line over a list of pairs', () => {
  test('counts every pair once, and of the open ones whose each is', () => {
    const link = fc
      .tuple(fc.constantFrom(...LINK_STATES), fc.constantFrom('paper', 'others', 'editors'))
      .map(([state, voice]) => ({ data: state === 'not-assessed' ? { state } : { state, voice } }) as Link);
    fc.assert(
      fc.property(fc.array(link, { maxLength: 30 }), (links) => {
        const [first = '', second = ''] = countsLine(links).split(' Of the ');
        const { states, paper, others, editors } = countLinks(links);
        const [all, ...parts] = digits(first);
        expect(all).toBe(links.length);
        expect(parts.reduce((sum, n) => sum + n, 0)).toBe(links.length);
        expect(second === '').toBe(states.linked + states.contested === 0);
        const [open = 0, ...voices] = digits(second);
        expect(open).toBe(states.linked + states.contested);
        expect(voices.sort()).toEqual([paper, others, editors].filter((n) => n > 0).sort());
      }),
    );
  });
});

describe('A link as a sentence', () => {
  const [gap, strategy, response] = ['gaps', 'strategies', 'recommendations'].map((kind) => guide.findings.find((f) => f.kind === kind));
  const said = (from: typeof gap, state: string, more = {}) =>
    linkSentence(guide, { data: { state, ...more }, ends: { from, to: response } } as JudgedLink);
  test('says what its state says: may, disputed, may be worse, or no reason found', () => {
    expect(said(gap, 'linked')).toBe('Setting clear goals may help with the gap over objectives');
    expect(said(gap, 'contested')).toBe('Sources disagree on whether setting clear goals helps with the gap over objectives');
    expect(said(gap, 'may-worsen')).toBe('Setting clear goals may widen the gap over objectives');
    expect(said(gap, 'not-linked')).toBe('We found no good reason to link setting clear goals to the gap over objectives');
    expect(said(strategy, 'linked')).toBe('Setting clear goals may help with aligning funded topics with system needs');
    expect(said(strategy, 'contested')).toBe(
      'Sources disagree on whether setting clear goals helps with aligning funded topics with system needs',
    );
    expect(said(strategy, 'may-worsen')).toBe('Setting clear goals may make aligning funded topics with system needs harder');
    expect(said(strategy, 'not-linked')).toBe(
      'We found no good reason to link setting clear goals to aligning funded topics with system needs',
    );
  });
  test('does not hide a source that speaks for a pair, nor what it works by way of', () => {
    expect(said(gap, 'not-linked', { despite: 'It names one end.' })).toBe(
      'We do not link setting clear goals to the gap over objectives, though a source supports it',
    );
    expect(said(gap, 'not-linked', { 'by-way-of': ['recommendations/staffing'] })).toBe(
      'We found no good reason to link setting clear goals directly to the gap over objectives',
    );
  });
  test('stands for every judged pair, and is none where a response has no words for its act', () => {
    for (const link of guide.links.filter(isJudged)) expect(linkSentence(guide, link), link.ref).toMatch(/^[A-Z][^.]+[^.]$/);
    for (const link of fixture.links.filter(isJudged)) expect(linkSentence(fixture, link)).toBeUndefined();
  });
});

describe('Sentences of the self-check', () => {
  const questions = ['a', 'b', 'c'].map((id) => ({ id, wording: '000', ask: `What of ${id}?`, formerly: [] }) as unknown as KnownQuestion);
  const known = { questions };
  const chair = (answers: Record<string, string>, wording = '000'): Chair =>
    ({ role: 'Manager', answers: Object.entries(answers).map(([question, answer]) => ({ question, answer, note: '', wording })) }) as Chair;

  test('how far a view has come: none, some, all; what is no longer asked does not count', () => {
    const progress = (answers: Record<string, string>) => chairView(known, chair(answers), 0).progress;
    expect(progress({})).toBe('None of 3 answered');
    expect(progress({ a: 'unknown', gone: 'not' })).toBe('1 of 3 answered');
    expect(progress({ a: 'not', b: '' })).toBe('1 of 3 answered');
    expect(progress({ a: 'not', b: 'partly', c: 'in-place' })).toBe('All 3 answered');
  });
  test('what has changed since: one question, several, some that have no name', () => {
    expect(changesSince(known, [chair({ a: 'not' })])).toEqual([]);
    expect(changesSince(known, [chair({ a: 'not' }, '111')])).toEqual([
      'One question has been reworded: “What of a?” The answers are shown; ask whether they still hold.',
    ]);
    expect(changesSince(known, [chair({ a: 'not', b: 'not' }, '111'), chair({ a: 'partly' }, '222')])).toEqual([
      'Two questions have been reworded: “What of a?” “What of b?” The answers are shown; ask whether they still hold.',
    ]);
    expect(changesSince(known, [chair({ gone: 'not' })])).toEqual(['One question is no longer asked (“gone”). Its answers are not shown.']);
    expect(changesSince(known, [chair({ gone: 'not' })], 11)).toEqual([
      '12 questions are no longer asked (“gone”). Their answers are not shown.',
    ]);
    expect(changesSince(known, [], 1)).toEqual(['One question is no longer asked. Its answers are not shown.']);
  });
  test('views that came are each told once: by name, as known, or as left out', () => {
    const chairs = 'ABCDEF'.split('').map((role) => ({ role, answers: [] }));
    const numbers = fc.nat({ max: 5 });
    fc.assert(
      fc.property(numbers, numbers, numbers, (added, known, over) => {
        const joined: Joined = { check: { chairs, own: 5 }, added: Array.from({ length: added }, (_, i) => i), known, over };
        const told = joinedSentence(joined, 'by a link');
        for (let i = 0; i < added; i++) expect(told).toContain(chairs[i]?.role);
        expect(told).toContain(added > 1 ? 'are set beside' : added === 1 ? 'is set beside' : '');
        expect(told.includes('here already')).toBe(known > 0);
        expect(told.includes('left out')).toBe(over > 0);
        expect(told === 'There is no answer in it.').toBe(added + known + over === 0);
        expect(told).not.toMatch(/\b1 views|\b1 more were|undefined/);
      }),
    );
  });
  test('a link that was cut: nothing, one, some, all, with and without notes', () => {
    const cut = (read: number, notes = false) => cutCheck({ read, of: 14, notes });
    expect(cut(0)).toBe('This link is incomplete. Nothing in it could be read. Ask for it again, or for a file.');
    expect(cut(1)).toBe('This link is incomplete. 1 of 14 questions could be read; it is shown below. The rest are marked “not answered”.');
    expect(cut(2, true)).toBe(
      'This link is incomplete. 2 of 14 questions could be read; they are shown below. The rest are marked “not answered”.',
    );
    expect(cut(14, true)).toBe('This link is incomplete. All 14 questions could be read, but some notes are missing or cut.');
    expect(cut(14)).toBe('This link is incomplete. All 14 questions could be read.');
  });
  test('links lead to a finding, or from it', () => {
    expect([[], [{ ahead: true }], [{ ahead: true }, { ahead: false }], [{ ahead: false }]].map(bearsLabel)).toEqual([
      'What may bear on it',
      'What may bear on it',
      'What it may bear on',
      'What it may bear on',
    ]);
  });
});

describe('Sentences of the decision record', () => {
  const record = (seen: readonly Seen[], gaps: string[] = [], responses: string[] = []): DecisionRecord => ({
    ...emptyRecord(),
    gaps,
    choices: responses.map(emptyChoice),
    seen: [...seen],
  });
  const known = recordGuide(guide);
  const [pair] = known.pairs.filter(({ state, voice }) => state === 'linked' && voice === 'editors') as [KnownPair];
  const asItIs: Seen = { link: pair.link, state: pair.state, voice: pair.voice, judged: pair.judged };

  test('what has changed since: nothing, another judgment, the same again, entries and pairs that are gone', () => {
    expect(recordChanges(known, record([]))).toEqual([]);
    expect(recordChanges(known, record([asItIs], [pair.from], [pair.to]))).toEqual([]);
    const [again] = recordChanges(known, record([{ ...asItIs, judged: '2020-01-02' }]));
    expect(again).toMatch(/ was judged again on \w+ \d+, \d{4}: still linked, we infer\. The reason may have changed\.$/);
    const [other] = recordChanges(known, record([{ ...asItIs, state: 'not-assessed', voice: '', judged: '' }]));
    expect(other).toMatch(/ was: not assessed\. Now: linked, we infer \(judged \w+ \d+, \d{4}\)\.$/);
    expect(recordChanges(known, record([], ['gaps-gone'], ['strategies-gone']))).toEqual([
      '“gaps-gone” is no longer in the guide. What you wrote about it is kept.',
      '“strategies-gone” is no longer in the guide. What you wrote about it is kept.',
    ]);
  });
  test('every state and voice before and after is told in words', () => {
    for (const state of LINK_STATES)
      for (const voice of PAIR_VOICES) {
        const told = recordChanges(known, record([{ ...asItIs, state, voice }]));
        expect(told).toHaveLength(state === asItIs.state && voice === asItIs.voice ? 0 : 1);
        for (const sentence of told) expect(sentence).toContain(` was: ${markWords(known, state, voice).toLowerCase()} (judged `);
      }
  });
  test('a link that was cut: nothing, one field, some', () => {
    const says = (read: number, of: number | undefined = 12) =>
      arrival({ state: 'cut', record: emptyRecord(), left: [], read, of }, '').says;
    const nothing = 'This link is incomplete. Nothing in it could be read. Ask for it again, or for a file.';
    expect(arrival({ state: 'cut', record: emptyRecord(), left: [], read: 3, of: undefined }, '').says).toBe(nothing);
    expect(says(0)).toBe(nothing);
    expect(says(1)).toBe('This link is incomplete. 1 of 12 fields could be read; it is shown below. The rest is empty.');
    expect(says(3)).toBe('This link is incomplete. 3 of 12 fields could be read; they are shown below. The rest is empty.');
  });
});

describe('Sentences of figures', () => {
  test('how much of a figure is shown', () => {
    expect(shown(0, 0, 'pair', 'pairs')).toBe('0 pairs shown');
    expect(shown(1, 1, 'pair', 'pairs')).toBe('1 pair shown');
    expect(shown(0, 1, 'pair', 'pairs')).toBe('None of 1 pair shown');
    expect([0, 1, 2, 84].map((n) => shown(n, 84, 'pair', 'pairs'))).toEqual([
      'None of 84 pairs shown',
      '1 of 84 pairs shown',
      '2 of 84 pairs shown',
      'All 84 pairs shown',
    ]);
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [kept, all] = [Math.min(a, b), Math.max(a, b)];
        expect(/^All/.test(shown(kept, all, 'mark', 'marks'))).toBe(kept === all && all > 1);
      }),
    );
  });
  test('a place of the literature tells its findings by stance, and how many are not independent', () => {
    const row = fc.record({ stance: fc.constantFrom(...STANCES), same_authors: fc.constantFrom(0 as const, 1 as const) });
    expect(cellWords([{ stance: 'supports', same_authors: 0 }])).toBe('1 finding: 1 supports');
    expect(
      cellWords([
        { stance: 'supports', same_authors: 1 },
        { stance: 'refines', same_authors: 0 },
        { stance: 'refines', same_authors: 0 },
      ]),
    ).toBe('3 findings: 1 supports, 2 refine; 1 by authors of the study');
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (cell) => {
        const [all, ...parts] = digits(cellWords(cell));
        const own = cell.filter(({ same_authors }) => same_authors === 1).length;
        expect(all).toBe(cell.length);
        expect(parts.reduce((sum, n) => sum + n, 0)).toBe(cell.length + own);
      }),
    );
  });
  test('paths through a name: none, links only, one, many', () => {
    const path = (...lengths: number[]) => lengths.map((length) => Array.from({ length }));
    expect(countOf([], 'Timetables')).toBe('Nothing shown leads to Timetables or on from it');
    expect(countOf(path(1), 'Timetables')).toBe('Timetables has 1 link that goes no further');
    expect(countOf(path(1, 1), 'Timetables')).toBe('Timetables has 2 links that go no further');
    expect(countOf(path(2), 'Timetables')).toBe('1 path runs through Timetables');
    expect(countOf(path(2, 2, 1), 'Timetables')).toBe('2 paths run through Timetables, and 1 link that goes no further');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(1, 2), { minLength: 1, maxLength: 30 }), (lengths) => {
        expect(digits(countOf(path(...lengths), 'x')).reduce((sum, n) => sum + n, 0)).toBe(lengths.length);
      }),
    );
  });
  test('the links of a name: one is told in the singular, kinds by name', () => {
    const row = (from: string, to: string) => ({ from, to }) as PathRow;
    const { about } = guide;
    expect(countsOf({ ins: [row('gaps/a', 'strategies/x')], outs: [] }, about)).toBe('1 link from one gap');
    expect(countsOf({ ins: [], outs: [row('strategies/x', 'recommendations/a')] }, about)).toBe('1 link to one recommendation');
    expect(countsOf({ ins: [row('gaps/a', 's/x'), row('gaps/b', 's/x')], outs: [row('s/x', 'recommendations/a')] }, about)).toBe(
      '2 links from gaps, 1 to one recommendation',
    );
    expect(
      countsOf({ ins: [], outs: [row('gaps/a', 'strategies/x'), row('gaps/a', 'strategies/y'), row('gaps/a', 'practices/z')] }, about),
    ).toBe('3 links to strategies and one practice');
    expect(countsOf({ ins: [], outs: [] }, about)).toBe('');
  });
  test('the paths of one finding are counted on its page, each end once', () => {
    const rows = pathRows(guide);
    for (const finding of guide.findings) {
      const own = rowsThrough(rows, finding.ref);
      if (own.length === 0) continue;
      const told = localWords(guide, finding, own);
      const ends = new Set(own.flatMap(({ from, to }) => [from, to]).filter((ref) => ref !== finding.ref));
      for (const kind of FINDING_KINDS) {
        const count = [...ends].filter((ref) => kindOf(ref) === kind).length;
        if (count > 0) expect(told).toContain(counted(guide, kind, count));
      }
      expect(told.includes('half-filled')).toBe(own.some(({ state }) => state === 'contested'));
      expect(told).not.toMatch(/undefined|: \.|false/);
    }
  });
  test('nothing is said to stand behind a response behind which nothing stands', () => {
    const row = (from: string, to: string) => ({ from, to, state: 'linked', voice: 'editors' }) as PathRow;
    const gap = guide.findings.find(({ kind }) => kind === 'gaps') as Guide['findings'][number];
    const whole = [row(gap.ref, 'strategies/x'), row('strategies/x', 'recommendations/y')];
    expect(localWords(guide, gap, whole)).toMatch(/: one strategy; behind these, one recommendation\. Dashed lines are ours\.$/);
    expect(localWords(guide, gap, [...whole, row(gap.ref, 'practices/z')])).toMatch(
      /: one strategy and one practice; behind some of these, one recommendation\./,
    );
    expect(localWords(guide, gap, [row(gap.ref, 'practices/z')])).toMatch(/: one practice\. Dashed lines are ours\.$/);
  });
  test('only a figure in the paper’s voice is said to be based on the study', () => {
    expect(guide.figures.map(({ data }) => data.answer.voice)).toEqual(expect.arrayContaining(['paper', 'editors']));
    for (const figure of guide.figures)
      expect(figureBasis(guide, figure)).toMatch(figure.data.answer.voice === 'paper' ? /^Based on: / : /^About: /);
  });
  test('the study’s time: within a month, a month apart, over years', () => {
    expect(gatheredFor({ from: '2020-05', to: '2020-05' })).toBe('1 month');
    expect(betweenThem({ from: '2020-05', to: '2020-05-20' })).toBe('0 months in between');
    expect(betweenThem({ from: '2020-05', to: '2020-07-01' })).toBe('1 month in between');
    const month = fc
      .tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
    fc.assert(
      fc.property(month, month, (a, b) => {
        const [from, to] = [a, b].sort() as [string, string];
        expect(digits(gatheredFor({ from, to }))).toEqual([monthsFrom(from, to) + 1]);
        expect(digits(betweenThem({ from, to }))).toEqual([Math.max(0, monthsFrom(from, to) - 1)]);
      }),
    );
  });
});

test('closed pairs of the finder are counted with their noun', () => {
  expect([1, 2, 40].map(closedSentence)).toEqual([
    'Considered and not linked, or not assessed: 1 pair',
    'Considered and not linked, or not assessed: 2 pairs',
    'Considered and not linked, or not assessed: 40 pairs',
  ]);
});

test('days are those that editors set: a page says when it was reviewed, never that it changed', () => {
  expect(longDate('2026-11-04')).toBe('November 4, 2026');
  const ld = (more: { reviewed?: string } = {}) =>
    pageLd(guide, { title: 'A', description: 'B', entry: undefined, ...more }, addressesAt(undefined));
  expect(ld({ reviewed: '2026-11-04' })).toMatchObject({ lastReviewed: '2026-11-04' });
  for (const page of [ld(), ld({ reviewed: '2026-11-04' })]) expect(page).not.toHaveProperty('dateModified');
  expect(ld()).not.toHaveProperty('lastReviewed');
});

test('machines are told which author is a person and which an organization', () => {
  const source = guide.study;
  const authors = [
    { family: 'Chesley', given: 'FD', suffix: 'Jr' },
    { name: 'A Fund', note: 'as a list has it' },
  ];
  expect(articleLd({ ...source, data: { ...source.data, authors } }).author).toEqual([
    { '@type': 'Person', name: 'Chesley FD Jr' },
    { '@type': 'Organization', name: 'A Fund' },
  ]);
});

describe('The inventory', () => {
  const rows = readFileSync('docs/sentences.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`src/'));
  test.each(rows)('%s', (row) => {
    const [, , where = '', , tried = ''] = row.slice(2).split(' | ');
    for (const [, path] of tried.matchAll(/`([^`]+)`/g)) expect(existsSync(path as string), path).toBe(true);
    expect(tried).toMatch(/`tests\//);
    let text = '';
    for (const [, name = ''] of where.matchAll(/`([^`]+)`/g))
      if (name.startsWith('src/')) text = readFileSync(name, 'utf8');
      else expect(text, `${name} in ${where}`).toMatch(new RegExp(`\\b(?:const|function) ${name}\\b`));
  });
  test('has every function of the files that hold nothing but sentences', () => {
    const files = [
      'src/guide/words.ts',
      'src/elements/challenge-finder/words.ts',
      'src/documents/spot-the-inference/words.ts',
      'src/elements/site-search/wording.ts',
    ];
    const names = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/^export (?:const|function) ([a-z]\w+)/gm)].map(([, name]) => name),
    );
    expect(names.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([]);
  });
});

describe('Sorting statements', () => {
  const labels = Object.fromEntries(SPOT_VOICES.map((voice) => [voice, guide.about.voices[voice].label])) as Record<SpotVoice, string>;
  const voice = fc.constantFrom(...SPOT_VOICES);

  test('a round: nothing, some, all sorted', () => {
    const round = [{ voice: 'paper' }, { voice: 'editors' }, { voice: 'others' }] as const;
    expect(outcome(round, [undefined, undefined, undefined])).toEqual({ head: 'Nothing is sorted yet', rest: '' });
    expect(outcome(round, ['others', undefined, undefined])).toEqual({ head: 'None of 1 as marked', rest: '2 not sorted.' });
    expect(outcome(round, ['paper', 'editors', 'others'])).toEqual({ head: '3 of 3 as marked', rest: '' });
    fc.assert(
      fc.property(fc.array(fc.tuple(voice, fc.option(voice, { nil: undefined })), { minLength: 1, maxLength: 20 }), (pairs) => {
        const { head, rest } = outcome(
          pairs.map(([voice]) => ({ voice })),
          pairs.map(([, called]) => called),
        );
        const sorted = pairs.filter(([, called]) => called !== undefined);
        const same = sorted.filter(([voice, called]) => voice === called).length;
        if (sorted.length > 0) {
          expect(digits(head)).toEqual(same === 0 ? [sorted.length] : [same, sorted.length]);
          expect(digits(rest)).toEqual(sorted.length === pairs.length ? [] : [pairs.length - sorted.length]);
        }
      }),
    );
  });
  test('sources by or about one organization: none, one, several, all; a property counts them again', () => {
    const of = (...names: (string | undefined)[]) => names.map((organization) => ({ data: { ...guide.study.data, organization } }));
    expect(organizationsWords([])).toBe('');
    expect(organizationsWords(of('A'))).toBe('');
    expect(organizationsWords(of('A', 'B', undefined))).toBe('');
    expect(organizationsWords(of('A', 'A'))).toBe('Both sources are by or about A.');
    expect(organizationsWords(of('A', 'A', 'A'))).toBe('All 3 sources are by or about A.');
    expect(organizationsWords(of('A', 'B', 'A', undefined, 'B', 'B'))).toBe('3 of these 6 sources are by or about B and 2 by or about A.');
    expect(organizationsWords(of('A', 'B', 'A', 'B', 'C', 'C'), 3)).toBe('');
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined })), (names) => {
        const said = organizationsWords(of(...names));
        for (const name of ['A', 'B', 'C']) {
          const count = names.filter((one) => one === name).length;
          expect(said.includes(`about ${name}`)).toBe(count > 1);
          if (count > 1 && count < names.length)
            expect(said).toMatch(new RegExp(`\\b${count} (?:of these ${names.length} sources are )?by or about ${name}\\b`));
        }
      }),
    );
  });
  test('what sources say by stance: none, one, each', () => {
    expect(bearsWords([])).toBe('');
    expect(bearsWords([{ to: 'a', stance: 'refines' }])).toBe('1 finding: refines 1');
    // one that is supported twice counts once; one both supported and contradicted counts under both
    const [a, b] = [
      { to: 'a', stance: 'supports' },
      { to: 'b', stance: 'contradicts' },
    ] as const;
    expect(bearsWords([a, a, b])).toBe('2 findings: supports 1, contradicts 1');
    expect(bearsWords([a, { to: 'a', stance: 'contradicts' }])).toBe('1 finding: supports 1, contradicts 1');
    expect(stancesWords([])).toBe('0 findings');
    expect(stancesWords([{ on: { stance: 'refines' } }])).toBe('1 finding: 1 refines');
    expect(stancesWords((['contradicts', 'supports', 'supports'] as const).map((stance) => ({ on: { stance } })))).toBe(
      '3 findings: 2 support, 1 contradicts',
    );
  });
  test('one statement: every mark under every answer', () => {
    for (const voice of SPOT_VOICES)
      for (const called of [undefined, ...SPOT_VOICES])
        expect(verdict(voice, called, labels)).toBe(
          called === undefined ? 'Choose one first.' : called === voice ? 'As marked.' : `Marked otherwise: ${labels[voice]}.`,
        );
    expect(asks(0, 12)).toBe('Statement 1 of 12. Whose is it?');
  });
  test('why a statement is what it is: no mark without its ground', () => {
    const { statements } = spotData(guide);
    expect(new Set(statements.map(({ voice }) => voice))).toEqual(new Set(SPOT_VOICES));
    for (const { voice, why, basis } of statements) {
      expect(why).not.toMatch(/undefined|null|because \.|on \.|\.\.$/);
      if (voice === 'paper') expect(why).toMatch(/^It rests on \w+, sentence \d+(?:; \w+, sentence \d+)*\.$/);
      if (voice === 'others') expect(why).toMatch(/^It is what .+ says; it (?:supports|refines|contradicts) what the page is about\.$/);
      if (voice === 'editors') expect(why).toMatch(/^It is reasoned, and nobody reports it: because .+\.$/);
      // "that sentence" is one
      if (basis === 'Read that sentence') expect(why).not.toContain(';');
    }
  });
  test('a round from an address: none, unreadable, of this edition, of another', () => {
    const other = 'This round was made with another edition of the guide. Some of its statements may be others now.';
    expect(arrived(null, undefined, null, '2026-01-01')).toBe('');
    expect(arrived('%', undefined, null, '2026-01-01')).toBe('This link names no round. Here is the first one.');
    expect(arrived('', undefined, null, '2026-01-01')).toBe('This link names no round. Here is the first one.');
    expect(arrived('abc', 'abc', null, '2026-01-01')).toBe('');
    expect(arrived('abc', 'abc', '2026-01-01', '2026-01-01')).toBe('');
    expect(arrived('abc', 'abc', '2025-01-01', '2026-01-01')).toBe(other);
    expect(arrived('abc', 'abc', '2027-01-01', '2026-01-01')).toBe(other);
  });
});
