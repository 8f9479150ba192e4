import { expect, test } from 'vitest';
import {
  costWords,
  type Failure,
  failureWords,
  fileSizeWords,
  keptPageWords,
  newerWords,
  notKeptWords,
  progressWords,
  sizeWords,
  standingWords,
} from '../../../../src/documents/guide-copy/words.ts';

test('sizes are told as readers know them, and never as nothing', () => {
  expect([0, 99_999, 100_000, 1_000_000, 9_949_999, 9_950_000, 25_400_000].map(sizeWords)).toEqual([
    'under 0.1 MB',
    'under 0.1 MB',
    '0.1 MB',
    '1.0 MB',
    '9.9 MB',
    '10 MB',
    '25 MB',
  ]);
  expect([0, 999, 1000, 971_680, 1_000_000].map(fileSizeWords)).toEqual(['under 1 kB', 'under 1 kB', '1 kB', '972 kB', '1.0 MB']);
  expect(costWords({ bytes: 25_000_000, sent: 7_700_000 })).toBe('25 MB on this device, about 7.7 MB to download');
  expect(progressWords(0, 25_000_000)).toBe('under 0.1 MB of 25 MB');
});

test('what stands on the device is told for each state: nothing, one page and many, a part, all, and all but one or some', () => {
  const whole = { state: 'whole', day: '2026-11-30', bytes: 25_000_000 } as const;
  expect(standingWords({ state: 'none' })).toBe('Nothing of this guide is kept on this device.');
  expect([0, 1, 2].map((pages) => standingWords({ state: 'read', pages, bytes: 200_000 }))).toEqual([
    'What you read is kept on this device: 0 pages so far, 0.2 MB.',
    'What you read is kept on this device: 1 page so far, 0.2 MB.',
    'What you read is kept on this device: 2 pages so far, 0.2 MB.',
  ]);
  expect(standingWords({ state: 'part', bytes: 12_000_000, of: 25_000_000 })).toBe(
    'A part of the guide is on this device: 12 MB of 25 MB.',
  );
  expect(standingWords({ ...whole, lost: 0 })).toBe(
    'The whole guide is on this device: the edition of November 30, 2026, 25 MB. It opens without a connection.',
  );
  // what is not whole is not said to open
  for (const [lost, words] of [
    [1, 'But 1 file is missing.'],
    [3, 'But 3 files are missing.'],
  ] as const) {
    expect(standingWords({ ...whole, lost })).toMatch(new RegExp(`${words}$`));
    expect(standingWords({ ...whole, lost })).not.toContain('opens');
  }
  expect(standingWords({ ...whole, day: '', lost: 0 })).toContain('an edition without a day');
  expect(newerWords('2026-12-24', 0)).toBe(
    'The guide has changed since: the edition of December 24, 2026 is there, and under 0.1 MB of it differs.',
  );
});

test('a failure says what is true now: only where an edition is whole does it say so', () => {
  const all: Failure[] = ['full', 'line', 'altered', 'removed', 'changing', 'refused'];
  for (const why of all) {
    expect(failureWords(why, false)).not.toContain('still whole');
    expect(failureWords(why, true).includes('still whole')).toBe(why !== 'removed' && why !== 'refused');
    expect(failureWords(why, true)).toMatch(/^(Not kept|Stopped|This browser)\b.*\.$/);
  }
  // a server may have answered, with an error or with something else
  expect(failureWords('line', false)).toBe(
    'Stopped: the server did not send what was asked for. What was fetched stays, so that it can go on later.',
  );
  expect(failureWords('altered', false)).toBe(
    'Not kept: the files that arrived are not the ones that were built. The server, or something on the way, changes them.',
  );
});

test('a page from the copy says of when it is, and that the guide has changed only where that was seen', () => {
  expect(keptPageWords('2026-11-30', false)).toBe(
    'The server could not send this page in time: it is from the copy on this device, the edition of November 30, 2026.',
  );
  expect(keptPageWords('2026-11-30', true)).toMatch(/2026\. The guide has changed since\.$/);
  expect(notKeptWords(true)).toBe(
    'The server could not send this in time, and it is not in the copy on this device. It may be there later, or once you are connected.',
  );
  expect(notKeptWords(false)).toBe('The server could not send this in time, and the copy on this device knows of no such page.');
});
