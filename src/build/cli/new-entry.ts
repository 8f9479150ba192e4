/** `npm run new -- gap some-id`: writes a new entry that passes the checks of form and says what is still to be written. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { KINDS } from '../../guide/kinds.ts';
import { contentFolder, readFiles } from '../../guide/read/files.ts';
import { PAIRINGS, type Pairing } from '../../guide/relations.ts';
import { ID, LESSON_ID } from '../../schemas/common.ts';
import { FIGURES, isFigureId } from '../../schemas/kinds.ts';
import { kindNamed, scaffold } from './scaffold.ts';

const [kindName = '', id = ''] = process.argv.slice(2);
const kind = kindNamed(kindName);
const folder = contentFolder();

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

function contentFiles(): ReturnType<typeof readFiles> {
  try {
    return readFiles(folder);
  } catch (error) {
    return refuse((error as Error).message);
  }
}

/** What a new entry takes from guide.yaml; nothing where that file cannot be read, which the check tells. */
function aboutOf(text: string): { kinds?: Record<string, { at?: string[]; needs?: string }> } {
  try {
    return parse(text) ?? {};
  } catch {
    return {};
  }
}

if (!kind) refuse(`"${kindName}" is no kind of entry. Write one of: ${KINDS.join(', ')}. For example: npm run new -- gap some-id`);
const wellFormed = (names: string[]): boolean => names.every((name) => (kind === 'lessons' ? LESSON_ID : ID).test(name));
if (kind === 'links' && (id.split('--').length !== 2 || !wellFormed(id.split('--'))))
  refuse(`"${id}" cannot be the id of a link. Write the ids of its two ends joined by two hyphens, such as timetables--internal-funding.`);
if (kind !== 'links' && (!wellFormed(id.split('/')) || (id.includes('/') && kind !== 'pages')))
  refuse(`"${id}" cannot be an id. Write lower case words joined by hyphens, such as internal-funding.`);

if (kind === 'figures' && !isFigureId(id)) refuse(`No figure "${id}" can be drawn. Write one of: ${FIGURES.join(', ')}.`);

const files = contentFiles();
const orders = files.filter((f) => f.path.startsWith(`${folder}/${kind}/`)).map((f) => Number(/^order:\s*(\d+)/m.exec(f.text)?.[1] ?? 0));
const about = aboutOf(files.find((f) => f.path === `${folder}/guide.yaml`)?.text ?? '');
const { path, text } = scaffold(kind, id, {
  at: about?.kinds?.[kind === 'links' ? (PAIRINGS[0] as Pairing).from : kind]?.at?.[0] ?? 'results-1',
  order: Math.max(0, ...orders) + 1,
  needs: about?.kinds?.[kind]?.needs,
  now: new Date(),
});
const target = join(folder, path);
if (existsSync(target)) refuse(`${target} exists already. Choose another id, or edit that file.`);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, text);
console.log(`${target} is written. Replace each "To write", then run: npm run check:content`);
