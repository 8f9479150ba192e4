import { describe, expect, test } from 'vitest';
import { buildGuide } from '../../../src/guide/build.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import { FOLDER, messages, slips } from './malformed.ts';

describe('Broken content stops the build with the place, the reason and the cure', () => {
  test('the fixture guide itself has no problem', () => {
    expect(buildGuide(readFiles(FOLDER), FOLDER).statements.length).toBeGreaterThan(10);
  });
  test('there are at least 300 kinds of slip', () => {
    expect(slips().length).toBeGreaterThanOrEqual(300);
  });
  test.each(slips())('$slip', (slip) => {
    expect(slip.says.length).toBeGreaterThan(0);
    expect(messages(slip)).toEqual(slip.says);
  });
  test("a link may be the paper's where its sentence names the pair", () => {
    const link = { find: 'voice: others\nreason: An', put: 'voice: paper\nat: results-1\nreason: An' };
    const sentence = { find: 'lists: [2]', put: 'lists: [2]\n    links: [opening-hours--longer-hours]' };
    expect(
      messages({
        slip: '',
        says: [],
        file: 'links/opening-hours--longer-hours.mdx',
        ...link,
        also: { file: 'sources/invented-tools.yaml', ...sentence },
      }),
    ).toEqual([]);
  });
});

test('of 300 files every slip is told', () => {
  const files = readFiles(FOLDER);
  const gap = files.find((f) => f.path.endsWith('gaps/manuals.mdx'));
  const many = Array.from({ length: 300 - files.length }, (_, i) => ({
    path: `${FOLDER}/gaps/gap-${i}.mdx`,
    text: (gap?.text ?? '')
      .replace('order: 2', `order: ${i + 10}`)
      .replace('title: Manuals', `title: Manuals ${i}`)
      .replace('id="named" at="results-1"', 'id="named" at="results-7"'),
  }));
  let told = 0;
  try {
    buildGuide([...files, ...many], FOLDER);
  } catch (error) {
    told = (error as { problems: unknown[] }).problems.length;
  }
  // each has a wrong sentence, an answer from a sentence that is not about it, and makes a pair that nobody has judged
  expect(told).toBe(3 * many.length);
});
