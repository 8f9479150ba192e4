import { describe, expect, test } from 'vitest';
import { buildGuide } from '../../../src/guide/build.ts';
import { around, contentFolder, readFiles } from '../../../src/guide/read/files.ts';
import { ContentError, type Problem } from '../../../src/guide/read/problem.ts';
import type { ContentFile } from '../../../src/guide/types.ts';
import { FOLDER } from './malformed.ts';

const AROUND = around();

const renamed = (file: ContentFile, change: (name: string) => string): ContentFile => ({
  ...file,
  path: file.path.replace(/([^/]+)(\.\w+)$/, (_, name: string, ending: string) => change(name) + ending),
});
const ofBody = (file: ContentFile, text: string): ContentFile[] | undefined =>
  file.path.endsWith('.mdx') ? [{ ...file, text }] : undefined;

/** What happens to files: each gives what stands in the folder afterwards, or undefined where it cannot happen to this file. */
const FAULTS: Record<string, (file: ContentFile) => ContentFile[] | undefined> = {
  'broken YAML': (file) => [{ ...file, text: file.text.replace(/^(---\n)?/, '$1x: : y\n') }],
  'an unknown field': (file) => [{ ...file, text: file.text.replace(/^(---\n)?/, '$1unheard: y\n') }],
  'a less-than sign': (file) => ofBody(file, `${file.text}\nup to <5%\n`),
  'a curly quote in a tag': (file) => (file.text.includes('id="') ? ofBody(file, file.text.replace('id="', 'id=“')) : undefined),
  'a comment': (file) => ofBody(file, `${file.text}\n<!-- later -->\n`),
  'an import': (file) => ofBody(file, `${file.text}\nimport x from 'y'\n`),
  'marks of a merge': (file) => [{ ...file, text: `<<<<<<< HEAD\n${file.text}=======\n${file.text}>>>>>>> other\n` }],
  'a sign nobody sees': (file) => [{ ...file, text: file.text.replace(/\S/, '$&\u200B') }],
  'nothing in it': (file) => [{ ...file, text: '' }],
  'no way to read it': (file) => [{ ...file, text: '', fault: 'file: it cannot be read: the disk does not give it. Look at the disk.' }],
  'a space in its name': (file) => [renamed(file, (name) => `${name} x`)],
  'another ending': (file) => [{ ...file, path: file.path.replace(/\.\w+$/, '.txt') }],
  'a twin in upper case': (file) => [
    file,
    renamed(file, (name) => name.charAt(0).toUpperCase() + name.slice(1).toUpperCase() + (/[a-z]/.test(name) ? '' : 'A')),
  ],
  'a copy of a sync program': (file) => [file, renamed(file, (name) => `${name} (Ann's conflicted copy 2026-01-01)`)],
};

function told(files: readonly ContentFile[], root: string): readonly Problem[] {
  try {
    buildGuide(files, root, AROUND);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

/** The problems that neither lie in a file nor name it: an author who follows them changes a file that is right. */
const astray = (problems: readonly Problem[], file: ContentFile): Problem[] => {
  const id = (file.path.split('/').at(-1) as string).replace(/\.[^.]*$/, '');
  return problems.filter((p) => !p.file.toLowerCase().includes(`/${id.toLowerCase()}`) && !p.message.includes(id));
};

/** The fixture guide as a whole; of a real one some, since each try checks all of it. */
const GUIDES: [string, (files: ContentFile[]) => ContentFile[]][] = [
  [FOLDER, (files) => files],
  [
    contentFolder(),
    (files) =>
      ['gaps', 'sources', 'links', 'lessons', 'figures', 'glossary', 'pages', 'asked'].map(
        (kind) => files.find((f) => f.path.includes(`/${kind}/`)) as ContentFile,
      ),
  ],
];

describe.each(GUIDES)('One file of %s that cannot be read is told, and nothing else', (root, some) => {
  const files = readFiles(root);
  test.each(Object.entries(FAULTS).map(([name, fault], i) => ({ name, fault, i })))('$name', ({ fault, i }) => {
    // each file meets some of the faults, each fault some of the files
    for (const file of some(files).filter((_, j) => (i + j) % 7 === 0)) {
      const now = fault(file);
      if (!now) continue;
      const problems = told([...files.filter((f) => f !== file), ...now], root);
      expect([file.path, problems.length > 0, astray(problems, file)]).toEqual([file.path, true, []]);
    }
  });
});

test('an entry that is taken away is named by all that needed it', () => {
  const files = readFiles(FOLDER);
  for (const file of files.filter((_, i) => i % 3 === 0)) {
    const problems = told(
      files.filter((f) => f !== file),
      FOLDER,
    );
    // that a sentence of the study lost its only statement is true, whichever page held it
    expect(astray(problems, file).filter((p) => !/^sentence ".*": no statement rests on it/.test(p.message))).toEqual([]);
  }
});
