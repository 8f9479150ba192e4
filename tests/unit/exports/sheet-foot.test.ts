import { expect, test } from 'vitest';
import { sheetFoot } from '../../../src/exports/sheet-foot.ts';
import { checkedGuide } from '../../../src/guide/check.ts';

const guide = checkedGuide();
const { study } = guide;
const without = (...fields: string[]) => ({
  ...guide,
  study: { ...study, data: { ...study.data, ...Object.fromEntries(fields.map((field) => [field, undefined])) } },
});

test('the foot of a sheet leads back to the page and to the study, says of when it is, and leaves out what is not known', () => {
  const address = 'https://guide.example/brief/';
  const doi = 'Study: https://doi.org/10.1097/ACM.0000000000005661';
  const foot = (of: typeof guide, known: { address?: string; reviewed?: string }) =>
    sheetFoot(of, { address: undefined, reviewed: undefined, ...known }).source;
  expect(foot(guide, { address, reviewed: '2026-11-29' })).toBe(`${address} · ${doi} · Reviewed November 29, 2026`);
  expect(foot(guide, { reviewed: '2026-11-29' })).toBe(`${doi} · Reviewed November 29, 2026`);
  expect(foot(guide, { address })).toBe(`${address} · ${doi}`);
  expect(foot(without('doi'), {})).toBe('Study: https://pubmed.ncbi.nlm.nih.gov/38363814/');
  expect(foot(without('doi', 'pmid', 'pmcid', 'url'), {})).toBe('');
});

test('the key names each of the five marks once, with the sign of its shape', () => {
  expect(sheetFoot(guide, { address: undefined, reviewed: undefined }).key.split('\u2003')).toEqual([
    '■ The paper says',
    '◉ Others add',
    '◇ We infer',
    '– Not reported',
    '▭ Invented example',
  ]);
});
