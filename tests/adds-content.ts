/**
 * `npm run test:authors`: what CONTRIBUTING tells authors, done by a script. Copies the content, adds an entry of each kind that
 * authors add, fills in what the check asks for, checks the copy and runs the unit and component tests on it. All must pass:
 * whoever adds to the guide need not touch a test.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';

const GAP = 'invented-gap';
const SOURCE = 'invented-2024-source';
/** Fits every voice, and each condition of the study's own sentences on gaps. */
const WORDS = 'Where outside funding requires one thing, projects inside the system may ask for another';

interface Said {
  status: number;
  said: string;
}

/** Runs a script of the project on a folder of content. */
function onContent(folder: string, ...args: string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: folder, NODE_NO_WARNINGS: '1' },
  });
  return { status: status ?? 1, said: `${stdout}${stderr}` };
}

export const checkContent = (folder: string): Said => onContent(folder, 'src/build/cli/check-content.ts');

/**
 * Adds a gap with its pairs, a source, a question of the quiz, one of the self-check, a term and a page to a copy of the content.
 *
 * @throws Error where `npm run new` refuses one
 */
export function addContent(folder: string): void {
  const edit = (path: string, change: (text: string) => string): void =>
    writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
  const idsOf = (kind: string): string[] => readdirSync(join(folder, kind)).map((file) => file.replace(/\.\w+$/, ''));
  /** writes a new entry, and puts words where it says "To write" */
  const add = (kind: string, id: string, path: string, change: (text: string) => string = (text) => text): void => {
    const { status, said } = onContent(folder, 'src/build/cli/new-entry.ts', kind, id);
    if (status !== 0) throw new Error(said);
    let part = 0;
    edit(path, (text) =>
      change(text).replace(/\bto write:[^"\n]*?([?.]?)(?="|$)/gim, (_, end) => `${WORDS}, case ${'abcdefghijklmn'[part++]}${end}`),
    );
  };

  const { study } = parse(readFileSync(join(folder, 'guide.yaml'), 'utf8')) as { study: string };
  let names = '';
  add('gap', GAP, `gaps/${GAP}.mdx`, (text) => {
    // the house style wants 350 words and four questions of a finding
    const long = text.replace('To write: what it may look like.', `${WORDS}.\n\n`.repeat(26).trim());
    names = /^ {2}at: (\S+)$/m.exec(text)?.[1] ?? '';
    const more = ['second', 'third', 'fourth'].map((one) => `\n  - "${WORDS}, ${one}?"`).join('');
    return `${long.replace(/^questions:\n.*$/m, `$&${more}`)}\n<Others id="found" source="${SOURCE}" stance="supports">\n\n${WORDS}.\n\n</Others>\n`;
  });
  // the sentence names one gap more now
  edit(`sources/${study}.yaml`, (text) => {
    const file = parseDocument(text);
    for (const sentence of (file.get('sentences') as YAMLSeq<YAMLMap>).items)
      if (sentence.get('id') === names) {
        (sentence.get('about') as YAMLSeq).add(`gaps/${GAP}`);
        for (const field of ['numbers', 'lists']) (sentence.get(field) as YAMLSeq | undefined)?.add(idsOf('gaps').length);
      }
    return file.toString({ lineWidth: 0 });
  });
  add('source', SOURCE, `sources/${SOURCE}.yaml`);
  add('quiz', 'invented-item', 'quiz/invented-item.yaml');
  add('question', 'invented-area', 'questions/invented-area.yaml', (text) => text.replace(/^about: .*$/m, `about: gaps/${GAP}`));
  add('term', 'invented-term', 'glossary/invented-term.yaml');
  add('page', 'about/invented-page', 'pages/about/invented-page.mdx');
  // one pair is written as told, the others like it
  const [pair, ...others] = ['strategies', 'practices', 'recommendations'].flatMap(idsOf).map((id) => `links/${GAP}--${id}.mdx`);
  add('link', basename(pair as string, '.mdx'), pair as string);
  for (const other of others) cpSync(join(folder, pair as string), join(folder, other));
}

/** Copies the content into a folder, in place of what was there. */
export function copyContent(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync('content', folder, { recursive: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = '.cache/authors';
  copyContent(folder);
  addContent(folder);
  const { status, said } = checkContent(folder);
  console.log(said);
  if (status !== 0) process.exit(1);
  const run = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--project', 'components', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
      env: { ...process.env, CONTENT_DIR: folder },
    },
  );
  process.exit(run.status ?? 1);
}
