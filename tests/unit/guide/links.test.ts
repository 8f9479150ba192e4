import { expect, test } from 'vitest';
import { checkedGuide } from '../../../src/guide/check.ts';
import { stanceWords } from '../../../src/guide/labels.ts';
import { byStateAndVoice, countsLine, statesWords } from '../../../src/guide/links.ts';
import type { Link } from '../../../src/guide/types.ts';
import { LINK_STATES } from '../../../src/lib/link-states.ts';
import { LINK_VOICES } from '../../../src/lib/voices.ts';

const links = (...judged: [state: string, voice?: string][]): Link[] =>
  judged.map(([state, voice]) => ({ data: { state, voice } }) as unknown as Link);

test('pairs are counted by state, and the open ones by voice, in words that fit none, one and many', () => {
  expect(countsLine([])).toBe(
    '0 pairs: none linked, none contested, none considered and not linked, none that may make it worse, none not assessed.',
  );
  expect(countsLine(links(['may-worsen', 'others']))).toBe(
    '1 pair: none linked, none contested, none considered and not linked, 1 that may make it worse, none not assessed.',
  );
  expect(
    countsLine(links(['linked', 'others'], ['linked', 'editors'], ['contested', 'others'], ['not-linked', 'editors'], ['not-assessed'])),
  ).toBe(
    '5 pairs: 2 linked, 1 contested, 1 considered and not linked, none that may make it worse, 1 not assessed. Of the 3 linked or contested: 2 in another publication’s voice, 1 in ours, none in the abstract’s.',
  );
});

test('pairs of one finding are counted by state: none, one, each state', () => {
  const { about } = checkedGuide();
  expect(statesWords(about, [])).toBe('');
  expect(statesWords(about, links(['not-linked', 'editors']))).toBe('1 not linked');
  expect(
    statesWords(
      about,
      links(
        ['may-worsen', 'others'],
        ['linked', 'others'],
        ['linked', 'editors'],
        ['contested', 'others'],
        ['not-linked', 'editors'],
        ['not-assessed'],
      ),
    ),
  ).toBe('2 linked, 1 contested, 1 not linked, 1 may make it worse, 1 not assessed');
});

test('a stance names what it is toward where the pair is no link', () => {
  expect(LINK_STATES.map((state) => stanceWords('contradicts', state))).toEqual([
    'contradicts',
    'contradicts',
    'against a link',
    'against a link',
    'against a link',
  ]);
});

test('marks stand in the order of states, in each of these in that of voices', () => {
  const judged = LINK_STATES.filter((state) => state !== 'not-assessed').flatMap((state) => LINK_VOICES.map((voice) => ({ state, voice })));
  const all = [...judged, { state: 'not-assessed' as const }];
  expect(all.toReversed().sort(byStateAndVoice)).toEqual(all);
});
