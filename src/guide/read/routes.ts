import { FINDING_KINDS } from '../../schemas/kinds.ts';
import { KINDS } from '../kinds.ts';
import type { Routes } from '../types.ts';

/** `find/plan.astro` is `find/plan`, `teach/[id]/index.astro` is `teach/[id]`, `index.astro` is `home`. */
const routeId = (file: string): string => file.replace(/\.astro$/, '').replace(/(^|\/)index$/, '') || 'home';

/** Ids of the pages that have a template of their own, from the files below `src/pages`. */
export const ownPages = (files: readonly string[]): Set<string> =>
  new Set(files.filter((file) => file.endsWith('.astro') && !file.includes('[')).map(routeId));

/** Written by the build beside the pages: Astro's files, and the index of the search. */
const WRITTEN = ['_astro', 'pagefind'];

/**
 * What the templates of the site take: the addresses of their own, and the ids of the parts they write. All of it is read
 * from their sources, so that no list can lag behind them.
 *
 * @param files every file below `src/pages`, such as `teach/[id]/index.astro`
 * @param read gives the source of a file by its path from the project's root; empty where there is none
 */
export function routesOf(files: readonly string[], read: (path: string) => string): Routes {
  const own = ownPages(files);
  const folders = files.flatMap((file) => (/^([^/[]+)\/.*(?:\[|\.ts$)/.exec(file) ?? []).slice(1));
  // those that leave the least of an address open come first
  const templates = files
    .filter((file) => file.endsWith('.astro'))
    .sort((a, b) => Number(a.includes('...')) - Number(b.includes('...')) || a.split('[').length - b.split('[').length)
    .map((file) => ({ file, pattern: patternOf(routeId(file)) }));
  const ids = new Map<string, { has(id: string): boolean }>();

  const templateOf = (address: string): string | undefined => {
    const id = address.replace(/^\/|\/$/g, '') || 'home';
    return templates.find(({ pattern }) => pattern.test(id))?.file;
  };
  const parts = (address: string, without?: string) => {
    const file = templateOf(address);
    if (file === undefined) return { has: () => false };
    const key = `${file} ${without}`;
    const known = ids.get(key) ?? partsOf(`src/pages/${file}`, read, without);
    ids.set(key, known);
    return known;
  };
  return { own, reserved: new Set([...KINDS, ...folders, ...WRITTEN]), parts };
}

function patternOf(route: string): RegExp {
  const kinds = FINDING_KINDS.join('|');
  const words = route.split(/(\[[^\]]*\])/).map((word) => {
    if (word.startsWith('[...')) return '.+';
    if (word === '[kind]') return `(?:${kinds})`;
    return word.startsWith('[') ? '[^/]+' : word.replace(/[.]/g, '\\.');
  });
  return new RegExp(`^${words.join('')}$`);
}

/** Ids in the markup of a template and of every component it uses: whole ones, and beginnings such as `can-`. */
function partsOf(template: string, read: (path: string) => string, without?: string): { has(id: string): boolean } {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path) || path === without) return;
    seen.add(path);
    const source = read(path);
    for (const [, id = ''] of source.matchAll(/\s(?:\w+I|i)d="([a-z][\w-]*)"/g)) whole.add(id);
    // parts that a template lists, and writes one after the other
    for (const [, id = ''] of source.matchAll(/\{ id: '([a-z][\w-]*)'/g)) whole.add(id);
    if (/\sid=\{kind\}/.test(source)) for (const kind of FINDING_KINDS) whole.add(kind);
    for (const [, code = ''] of source.matchAll(/\sid=\{([^}]*)\}?/g)) {
      for (const [, id = ''] of code.matchAll(/'([a-z][\w-]*)'/g)) whole.add(id);
      for (const [, start = ''] of code.matchAll(/`([a-z][\w-]*-)\$/g)) beginnings.add(start);
    }
    for (const [, name = ''] of source.matchAll(/from '([^']+\.astro)'/g)) visit(resolved(path, name));
  };
  visit(template);
  return { has: (id) => whole.has(id) || [...beginnings].some((start) => id.startsWith(start)) };
}

/** `~/` is `src/`; a name that begins with a dot is counted from its file. */
function resolved(from: string, name: string): string {
  if (name.startsWith('~/')) return `src/${name.slice(2)}`;
  const words = from.split('/').slice(0, -1);
  for (const word of name.split('/'))
    if (word === '..') words.pop();
    else if (word !== '.') words.push(word);
  return words.join('/');
}
