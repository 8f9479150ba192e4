import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { around, contentFolder, readFiles, stamp, unreadable } from '../../../../src/guide/read/files.ts';
import { ContentError } from '../../../../src/guide/read/problem.ts';
import { ownPages, routesOf } from '../../../../src/guide/read/routes.ts';

let folder: string;
beforeAll(() => {
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync('.cache/files-');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WHERE = 'Run the command in the folder of the project; CONTENT_DIR, where it is set, must name the folder that holds guide.yaml.';

/** What a folder is refused with. */
const refusal = (path: string): string => {
  try {
    readFiles(path);
    return '';
  } catch (error) {
    if (error instanceof ContentError) return error.problems.map(({ message }) => message).join('\n');
    throw error;
  }
};

describe('A folder of content that cannot be read is told in a sentence', () => {
  test('one that is not there', () => expect(refusal(`${folder}/nowhere`)).toBe(`folder: it is not there. ${WHERE}`));
  test('a file in its place', () => expect(refusal('README.md')).toBe(`folder: it is a file. ${WHERE}`));
  test('the whole disk', () => {
    vi.stubEnv('CONTENT_DIR', '/');
    expect(refusal(contentFolder())).toBe(`folder: the whole disk cannot be the folder of content. ${WHERE}`);
    vi.stubEnv('CONTENT_DIR', '');
    expect(contentFolder()).toBe('content');
    vi.unstubAllEnvs();
  });
  test('another folder is not read at all', () => expect(readFiles('src')).toEqual([]));
});

test('what is no file of content is told once, and never followed', () => {
  const root = join(folder, 'guide');
  mkdirSync(join(root, 'gaps'), { recursive: true });
  writeFileSync(join(root, 'guide.yaml'), 'name: x\n');
  writeFileSync(join(root, 'gaps/real.mdx'), '\uFEFFtext');
  symlinkSync('real.mdx', join(root, 'gaps/linked.mdx'));
  symlinkSync('..', join(root, 'gaps/loop'));
  symlinkSync('nowhere', join(root, 'gaps/dangling.mdx'));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/gaps/m`), Buffer.from([0xfc]), Buffer.from('ll.mdx')]), 'x');
  writeFileSync(join(root, 'gaps/.hidden'), 'x');
  writeFileSync(join(root, 'huge.yaml'), '');
  truncateSync(join(root, 'huge.yaml'), 3_000_000_000);
  const link = 'file: it is a link to another place, and content holds its files itself. Put a copy of the file here instead.';
  expect(readFiles(root)).toEqual([
    { path: `${root}/gaps/dangling.mdx`, text: '', fault: link },
    { path: `${root}/gaps/linked.mdx`, text: '', fault: link },
    { path: `${root}/gaps/loop`, text: '', fault: link },
    { path: `${root}/gaps/m\uFFFDll.mdx`, text: '', fault: 'file name: it is not UTF-8. Rename the file with plain letters.' },
    { path: `${root}/gaps/real.mdx`, text: 'text' },
    { path: `${root}/guide.yaml`, text: 'name: x\n' },
    {
      path: `${root}/huge.yaml`,
      text: '',
      fault: 'file: it has 3000000000 bytes, far more than any entry needs. Is it the right file? Take it out.',
    },
  ]);
  expect(stamp(root)).toContain('gaps/real.mdx');
  expect(stamp(`${folder}/nowhere`)).not.toBe(stamp(root));
});

test('what the system says is a sentence with the cure', () => {
  const said = (code: string) => unreadable('file', Object.assign(new Error(code), { code }));
  expect(said('EACCES')).toBe('file: it cannot be read: you may not read it. Give yourself the right to (chmod u+r, for a folder u+rx).');
  expect(said('EISDIR')).toBe('file: it cannot be read: it is a folder. Name a file.');
  expect(said('EWHAT')).toBe('file: it cannot be read: the system says EWHAT. Look at the file.');
});

test('today is the latest day it is anywhere', () => {
  expect(around(new Date('2026-11-24T09:59:00Z')).today).toBe('2026-11-24');
  expect(around(new Date('2026-11-24T10:01:00Z')).today).toBe('2026-11-25');
});

describe('The routes of the site', () => {
  const sources: Record<string, string> = {
    'src/pages/[kind]/[id].astro': "import A from '~/components/A.astro';",
    'src/pages/[...page].astro': '<p id="plain">',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
    'src/pages/teach/[id]/index.astro': '<i id={`can-${x.id}`}></i><X id={own ? \'figure\' : undefined} /><X partId="part" />',
    'src/components/A.astro': 'import B from \'./sub/../B.astro\';\n<h2 id="questions"> <a data-id="no">',
    'src/components/B.astro': 'import A from \'./A.astro\';\n<h2 id="next">',
  };
  const files = [
    'index.astro',
    'brief.astro',
    'find/plan.astro',
    'og/[...page].png.ts',
    'embed/[id].astro',
    '[kind]/[id].astro',
    '[...page].astro',
    'teach/[id]/index.astro',
  ];
  const routes = routesOf(files, (path) => sources[path] ?? '');
  test('are the pages that have a template of their own', () => {
    expect([...ownPages(files)]).toEqual(['home', 'brief', 'find/plan']);
  });
  test('keep the folders that other parts fill, and the names of kinds', () => {
    for (const name of ['og', 'embed', 'teach', 'gaps', 'pagefind', '_astro'])
      expect([name, routes.reserved.has(name)]).toEqual([name, true]);
    expect(routes.reserved.has('find')).toBe(false);
  });
  test('take the ids that the template of an address and its components write', () => {
    const taken = (address: string) =>
      ['questions', 'next', 'no', 'plain', 'can-name', 'figure', 'part'].filter((id) => routes.parts(address).has(id));
    expect(taken('/gaps/x/')).toEqual(['questions', 'next']);
    expect(taken('/about/method/')).toEqual(['plain']);
    expect(taken('/teach/50-minutes/')).toEqual(['can-name', 'figure', 'part']);
    expect(['questions', 'next'].filter((id) => routes.parts('/gaps/x/', 'src/components/B.astro').has(id))).toEqual(['questions']);
  });
});
