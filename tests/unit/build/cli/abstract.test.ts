import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { copiedRuns, fingerprint, locatorProblems } from '../../../../src/build/cli/abstract.ts';
import { builtTexts, cells, markupTexts, plainTexts } from '../../../../src/build/cli/built-texts.ts';
import { buildGuide } from '../../../../src/guide/build.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import type { Sentence } from '../../../../src/schemas/source.ts';
import { changed, FOLDER } from '../../guide/malformed.ts';

const copy = readFileSync('tests/fixtures/invented-abstract.txt', 'utf8');
const files = readFiles(FOLDER);
const guide = buildGuide(files, FOLDER);
const results = guide.sentences.get('results-1') as Sentence;

describe('A supplied copy of the abstract is held against the guide', () => {
  test('every sentence is found, with section labels and other text around it', () => {
    const labeled = copy.replace('Branch', 'PURPOSE: Branch').replace('Interviews', 'Method Interviews');
    for (const sentence of guide.study.data.sentences) expect(locatorProblems(labeled, sentence)).toEqual([]);
  });
  test('another dash, quote or capital changes no fingerprint', () => {
    expect(fingerprint('Long-Term “needs”, 2019–2021.')).toBe(fingerprint('long-term needs 2019-2021'));
  });
  test('a changed sentence is told', () => {
    expect(locatorProblems(copy.replace('Borrowers named', 'Borrowers praised'), results)).toEqual([
      'results-1: no 15 words of the copy give its fingerprint. Either the copy is another text, or "words" or "fingerprint" is wrong.',
    ]);
  });
  test('wrong ends are told', () => {
    expect(locatorProblems(copy, { ...results, start: 'Lenders named', end: 'garden sheds' })).toEqual([
      'results-1: it does not start with "Lenders named".',
      'results-1: it does not end with "garden sheds".',
    ]);
  });
  test('a link that would mark another passage is told', () => {
    const twice = `Borrowers named opening hours and household repairs.\n${copy}`;
    expect(locatorProblems(twice, results)).toEqual([
      'results-1: the link would mark another passage, because "Borrowers named opening hours" or "and household repairs" stands earlier too. Choose other words.',
    ]);
  });
  test('no run of more than eight words is copied in the fixture', () => {
    expect(copiedRuns(copy, guide)).toEqual([]);
  });
  test('a copied run is told with its place', () => {
    const copied = buildGuide(
      changed(files, {
        file: 'gaps/manuals.mdx',
        find: 'The study names it once.',
        put: 'Borrowers named opening hours and missing manuals as gaps between rules.',
      }),
      FOLDER,
    );
    expect(copiedRuns(copy, copied)).toEqual([
      { page: 'gaps/manuals', place: '#named', run: 'borrowers named opening hours and missing manuals as gaps between' },
    ]);
  });
  const RUN = 'borrowers named opening hours and missing manuals as gaps between';
  const COPIED = 'Borrowers named opening hours and missing manuals as gaps between';
  /** every kind of text there is, each with a run of the abstract in it */
  test.each([
    ['gaps/manuals.mdx', 'because="a closed door lends nothing"', `because="${COPIED}"`, '#guess'],
    ['gaps/manuals.mdx', 'recognise: Nobody knows how it works', `recognise: ${COPIED}`, 'recognise'],
    ['gaps/manuals.mdx', 'questions: [Who here has met this?]', `questions: [Who?, "${COPIED}"]`, 'questions 2'],
    [
      'gaps/manuals.mdx',
      '<Term id="drill">the drill</Term> is needed',
      'borrowers named opening <Term id="drill">hours</Term> and *missing* “manuals” as gaps between',
      '#guess',
    ],
    ['gaps/opening-hours.mdx', 'where="Nowhere."', `where="${COPIED}."`, '#nights'],
    ['lessons/10-minutes.mdx', 'Say: look at', `Say: "${COPIED}", and look at`, '#say'],
    ['lessons/10-minutes.mdx', 'Choose one project of the 2.', `${COPIED}. Choose one project of the 2.`, '#choice'],
    ['lessons/10-minutes.mdx', 'can: Name two misfits', `can: "Name how ${COPIED}"`, 'objectives 1.can'],
    ['lessons/10-minutes.mdx', 'listen-for: A tool and a day', `listen-for: ${COPIED}`, 'check-out.listen-for'],
    ['quiz/first-things.yaml', 'feedback: So it goes.', `feedback: ${COPIED}.`, 'feedback'],
    ['quiz/what-is-lent.yaml', 'prompt: What did the libraries lend?', `prompt: ${COPIED}?`, 'prompt'],
    ['pages/evidence/the-paper.mdx', 'Some plain words', `${COPIED}. Some plain words`, 'text'],
    ['sources/invented-tools.yaml', 'gist: Librarians can help by opening longer.', `gist: ${COPIED} the two.`, 'sentences 4.gist'],
    ['sources/invented-sheds.yaml', 'reason: It asks for the same.', `reason: "${COPIED}."`, 'findings 1.on 1.reason'],
    ['asked/gaps.yaml', 'nobody wrote it down', COPIED, 'asked 2'],
    ['glossary/drill.yaml', 'definition: ', `definition: ${COPIED}. `, 'definition'],
  ])('a copied run is found in %s, wherever it stands: %s', (file, find, put, place) => {
    const copied = buildGuide(changed(files, { file, find, put }), FOLDER);
    expect(copiedRuns(copy, copied)).toContainEqual(expect.objectContaining({ place, run: expect.stringContaining(RUN) }));
  });
  test('a copied run is found in the words of the whole guide', () => {
    const copied = buildGuide(
      changed(files, { file: 'guide.yaml', find: 'disclaimer: The study is invented.', put: `disclaimer: ${COPIED} things.` }),
      FOLDER,
    );
    expect(copiedRuns(copy, copied)).toEqual([{ page: 'about', place: 'disclaimer', run: RUN }]);
  });
  test('a row of the entries’ own names is no copy, and other words made of theirs are one', () => {
    const long = `${copy.replace('Librarians', 'Clerks')} opening hours and manuals and lending at all and open longer. At all hours open and lending longer manuals at all.`;
    const texts = (text: string) => copiedRuns(long, guide, [{ page: 'a', place: 'b', text }]);
    expect(texts('It names opening hours and manuals and lending at all and open longer.')).toEqual([]);
    expect(texts('It is at all hours open and lending longer manuals at all.')).toHaveLength(1);
  });
  test('what stands around the sentences in the copy is no text of the abstract: a title may be cited', () => {
    const title = 'Lending tools from libraries, an invented study of two towns and nine borrowers';
    expect(copiedRuns(`${title}\n\n${copy}`, guide, [{ page: 'a', place: 'b', text: title }])).toEqual([]);
  });
  test('eight words are no copy', () => {
    const eight = COPIED.split(' ').slice(0, 8).join(' ');
    expect(copiedRuns(copy, guide, [{ page: 'a', place: 'b', text: eight }])).toEqual([]);
  });
});

describe('The built site is read as its readers see it', () => {
  test('a sentence goes on through links and marks, and ends with its paragraph, cell or attribute', () => {
    expect(
      markupTexts(
        '<p title="one &amp; two">A <a href="/x/">long</a> <b>word</b>.</p><td>cell</td><td>next</td><!-- no --><svg><text>in <tspan>it</tspan></text></svg>',
      ).map((text) => text.replace(/\s+/g, ' ').trim()),
    ).toEqual(['one & two', '/x/', 'A long word .', 'cell', 'next', 'in it']);
  });
  test('data in a page is read value by value, a sentence of Word through its runs', () => {
    expect(markupTexts('<script type="application/ld+json">{"a":["b c"],"d":"e"}</script>')).toEqual(['b c', 'e']);
    expect(
      markupTexts('<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>two </w:t></w:r><w:r><w:t>runs</w:t></w:r></w:p><w:p><w:t>next</w:t></w:p>'),
    ).toEqual(['two runs', 'next']);
  });
  test('a table is read cell by cell, a text by paragraph and item, without addresses', () => {
    expect(cells('a,"b, ""c""\nd",e\nf,')).toEqual(['a', 'b, "c"\nd', 'e', 'f']);
    expect(plainTexts('One [link](https://example.org/a) on\nand on.\n\n- first\n- second\n| a | b |')).toEqual([
      'One [link  on\nand on.',
      '- first',
      '- second',
      ' a ',
      ' b ',
    ]);
  });
  test('files are read to the bottom of their archives, and what holds no text is named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'built-'));
    const words = 'Borrowers named opening hours and missing manuals as gaps between lending rules';
    writeFileSync(join(folder, 'page.html'), `<p>${words.replace('opening', '<a href="/x">opening</a>')}</p>`);
    writeFileSync(join(folder, 'list.csv'), `id,text\n1,"${words}"\n`);
    writeFileSync(join(folder, 'data.json'), JSON.stringify({ deep: [{ text: words }] }));
    writeFileSync(join(folder, 'note.md'), words);
    const doc = zipSync({ 'word/document.xml': strToU8(`<w:p><w:t>${words}</w:t></w:p>`) });
    writeFileSync(join(folder, 'pack.zip'), zipSync({ 'sheet.docx': doc }));
    writeFileSync(join(folder, 'parted.csv'), `a,b\nBorrowers named opening hours and,missing manuals as gaps between\n`);
    writeFileSync(join(folder, 'picture.png'), 'Borrowers');
    const { texts, read, skipped } = builtTexts(folder);
    expect(
      copiedRuns(copy, guide, texts)
        .map(({ page }) => page.slice(folder.length + 1))
        .sort(),
    ).toEqual(['data.json', 'list.csv', 'note.md', 'pack.zip/sheet.docx/word/document.xml', 'page.html']);
    expect([...read.keys()].sort()).toEqual(['.csv', '.docx', '.html', '.json', '.md', '.xml', '.zip']);
    expect([...skipped]).toEqual([['.png', 1]]);
  });
});
