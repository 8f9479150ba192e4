import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { addressesAt } from '../../../../src/exports/addresses.ts';
import { BRIEF_FILES, briefFile } from '../../../../src/exports/brief-slide-files.ts';
import { citationsOf, keptCitations } from '../../../../src/exports/citation-styles.ts';
import { keptEpub } from '../../../../src/exports/epub/epub.ts';
import { figurePicture } from '../../../../src/exports/figure-picture.ts';
import { pagePicture, picturesOf } from '../../../../src/exports/page-picture.ts';
import { filesOf, keptLessonFiles } from '../../../../src/exports/teaching/lesson-files.ts';
import { ICONS, icon } from '../../../../src/exports/web-manifest.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';

test('files made ahead are those that a build asks for: it makes none a second time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ahead-'));
  const env = { CONTENT_DIR: 'tests/fixtures/guide', CACHE_DIR: folder };
  const { status, stderr } = spawnSync(process.execPath, ['src/build/cli/make-files.ts'], {
    env: { ...process.env, ...env, SITE_FOR_FILES: 'https://guide.example', BASE_FOR_FILES: '/', NODE_NO_WARNINGS: '1' },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, '']);
  const kept = () => readdirSync(join(folder, 'kept')).sort();
  const before = kept();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    const guide = checkedGuide();
    const site = new URL('https://guide.example');
    const sheets = { marks: readFileSync('src/styles/marks.css', 'utf8'), tokens: readFileSync('src/styles/tokens.css', 'utf8') };
    const lessons = keptLessonFiles(guide, site, sheets);
    for (const figure of guide.figures) await figurePicture(guide, figure, addressesAt(site).addressFor, sheets);
    for (const { picture } of picturesOf(guide)) await pagePicture(picture);
    for (const { name } of BRIEF_FILES) await briefFile(guide, name, site);
    for (const one of ICONS) await icon(one);
    await keptEpub(guide, site, sheets);
    for (const lesson of guide.lessons) for (const file of filesOf(lesson)) await lessons.of(lesson, file);
    expect(await keptCitations(guide)).toEqual(citationsOf(guide.sources));
    expect(kept()).toEqual(before);
    expect(before.length).toBeGreaterThan(guide.lessons.length + guide.figures.length);
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
});
