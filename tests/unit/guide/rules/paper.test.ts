import { describe, expect, test } from 'vitest';
import { buildGuide } from '../../../../src/guide/build.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import type { ContentError } from '../../../../src/guide/read/problem.ts';
import { paper } from '../../../../src/guide/rules/paper.ts';
import { wordingIn } from '../../../../src/guide/rules/wordings.ts';
import { changed, FOLDER } from '../malformed.ts';

describe('A wording is found in a text', () => {
  test.each([
    ['endings differ', 'Leaders needed to manage tensions.', 'need to manage tension', 'needed to manage tensions'],
    ['a consonant is doubled', 'They were planning it.', 'plan', 'planning'],
    ['y becomes ie', 'It relies on grants.', 'rely on', 'relies on'],
    ['a word ends in eed', 'It succeeded.', 'succeed', 'succeeded'],
    ['capitals, hyphens and quotation marks differ', 'LONG–TERM “needs”', 'long-term need', 'long term needs'],
    [
      'words stand between',
      'To raise what our research contributes',
      'to raise what … contribute',
      'to raise what our research contributes',
    ],
  ])('where %s', (_, text, phrase, found) => {
    expect(wordingIn(text, [phrase])).toBe(found);
  });
  test.each([
    ['part of a longer word', 'A sometime need.', 'some'],
    ['over the end of a sentence', 'They pivot. Between them lies a year.', 'pivot … between'],
    ['over more than eight words', 'from one two three four five six seven eight nine to', 'from … to'],
    ['a short word with an ending', 'They have cans.', 'can'],
  ])('and not %s', (_, text, phrase) => {
    expect(wordingIn(text, [phrase])).toBeUndefined();
  });
});

/** What the rule says of one statement put into the test guide. */
function told(text: string): string[] {
  try {
    buildGuide(changed(readFiles(FOLDER), { file: 'gaps/manuals.mdx', find: 'The study names it once.', put: text }), FOLDER);
    return [];
  } catch (error) {
    return (error as ContentError).problems.map(({ message }) => message);
  }
}

describe('The paper’s voice denies nothing of itself', () => {
  test.each([
    'The study goes no further.',
    'It does not say how often.',
    'No case is given.',
    'What they lack is left open.',
    'Nothing more is told.',
    'The word stands alone.',
    'They are named without a reason.',
    'They are listed, but never described.',
    'It leaves their number to the reader.',
    'Their number is unclear.',
    'It only names them.',
    'Borrowers couldn’t find them, nor could librarians.',
  ])('%s', (text) => {
    expect(told(text)).toEqual([expect.stringContaining('denies something, and results-1 does not')]);
  });
  test.each([
    'Borrowers named what did not fit.',
    'Notable among what borrowers named are manuals.',
    'Another note is that manuals were named by nonlenders.',
    'The second town is known for knots.',
  ])('and is let through where it denies nothing, or what its sentence denies: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('A statement about one half of a sentence', () => {
  test('need not tell the condition of the other half', () => {
    expect(told('Manuals were named.')).toEqual([]);
  });
  test('keeps it in another accepted wording', () => {
    expect(told('Manuals are a misfit of lending rules and what repairs call for.')).toEqual([]);
  });
});

describe('The guide keeps the rule by which its study is told', () => {
  const guide = buildGuide(readFiles('content'));
  test('every sentence of the study says what a paraphrase must keep', () => {
    expect(guide.study.data.sentences.filter(({ keep }) => keep.length === 0)).toEqual([]);
  });
  test('every condition is met by the gist of its sentence or concerns a part of it only', () => {
    expect(paper(guide)).toEqual([]);
  });
  test('every finding is named by a sentence', () => {
    const about = new Set(guide.study.data.sentences.flatMap((sentence) => sentence.about));
    expect(guide.findings.map(({ ref }) => ref).filter((ref) => !about.has(ref))).toEqual([]);
  });
  const claim = (at: string, text: string) =>
    paper({ ...guide, statements: [{ ...statement, text, at: [at] }] }).map(({ message }) => message);
  const statement = guide.statements.find(
    ({ voice, page }) => voice === 'paper' && page.startsWith('pages/'),
  ) as (typeof guide.statements)[number];
  /** what a strict reader found in an earlier text of the guide, with words the build must give for it */
  test.each([
    ['results-3', 'The study describes shorter, dynamic work that LHS researchers needed to pivot to.', 'one way'],
    ['results-4', 'Like the others it was employed with support from system executives.', 'executives supported the set'],
    [
      'results-4',
      'Executives’ support stands behind it, as behind the other strategies; LHS program leaders employed several.',
      'stands behind it',
    ],
    [
      'conclusions-1',
      'LHS program leaders need to manage tensions between externally funded research and research-based services.',
      'the aim of fostering',
    ],
    [
      'conclusions-1',
      'Leaders need to manage the pull between work on outside grants and service to their own system.',
      'those of LHS programs',
    ],
    ['results-3', 'LHS researchers needed to work with clinicians and others who do no research.', 'contributing more directly'],
    ['results-1', 'Outside awards to LHS researchers helped with some of the learning and improvement inside.', 'a share of all learning'],
    ['results-1', 'Grants to LHS researchers helped with science.', 'a contract as well'],
    ['results-1', 'External funding made it harder for researchers to respond to system needs.', 'reliance on outside money'],
    ['conclusions-2', 'Executives can support LHS programs with a budget that fits the work.', '“appropriately”'],
    ['conclusions-2', 'Executives can support LHS programs with data across the system.', 'data infrastructures'],
    ['conclusions-2', 'Executives should set clear goals for LHS programs.', 'what executives can do'],
    ['results-2', 'Researchers’ careers are among the gaps.', 'what outside funding requires'],
    ['results-5', 'LHS program leaders found money inside to put new practice in place.', 'new practice'],
    ['purpose-2', 'The study tells how such research is funded.', 'does not account for who pays'],
    ['method-2', 'The authors drew themes by rapid analysis.', 'describes neither'],
    ['method-1', 'Case studies of programs in 5 health systems.', 'qualitative'],
    ['purpose-1', 'Health systems set up LHS programs that improve their own work.', 'a growing number'],
  ])('%s: %s', (at, text, reason) => {
    expect(claim(at, text).join('\n')).toContain(reason);
  });
  test('a wording of the study is a wording for all: the rule knows no study', () => {
    expect(
      claim(
        'results-3',
        'To contribute more directly to improving their system, LHS researchers needed to work with people who are not researchers.',
      ),
    ).toEqual([]);
    expect(claim('conclusions-1', 'To raise what LHS research contributes inside, LHS program leaders need to manage tensions.')).toEqual(
      [],
    );
  });
});
