import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const MAY_IMPORT = JSON.parse(readFileSync('tests/may-import.json', 'utf8')) as Record<string, string[]>;

/** The part of src a file stands in. */
const wingOf = (file: string): string => file.split('/')[1] as string;

/** What an Astro file imports from src, by path from the root of the project. */
const importsOf = (file: string, code: string): string[] =>
  [...code.matchAll(/(?:from|import)\s*\(?\s*['"](~\/|\.{1,2}\/)([^'"?]+)/g)].map(([, start, rest]) =>
    start === '~/' ? `src/${rest}` : join(file, '..', `${start}${rest}`),
  );

/** Imports of a file that its wing may not have. */
const forbidden = (file: string, code: string): string[] =>
  importsOf(file, code).filter((to) => ![wingOf(file), ...(MAY_IMPORT[wingOf(file)] ?? [])].includes(wingOf(to)));

describe('The house', () => {
  test('every Astro file imports what its wing may, as .ts files do by the rules of dependency-cruiser', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.astro'));
    expect(files.length).toBeGreaterThan(50);
    const found = files.map((file) => `src/${file}`).flatMap((file) => forbidden(file, readFileSync(file, 'utf8')).map((to) => [file, to]));
    expect(found).toEqual([]);
  });
  test('an import against the table is found, in the front part, in a script, by a relative path', () => {
    expect(forbidden('src/components/a.astro', "import A from '~/pages/a.astro';")).toEqual(['src/pages/a.astro']);
    expect(forbidden('src/components/site/a.astro', "<script>import '../../build/a.ts';</script>")).toEqual(['src/build/a.ts']);
    expect(forbidden('src/components/site/a.astro', "import A from '../a.astro'; import b from '~/lib/b.ts';")).toEqual([]);
  });
  test('src holds what the table names, and the file where Astro looks for content', () => {
    expect(readdirSync('src').sort()).toEqual([...Object.keys(MAY_IMPORT), 'content.config.ts'].sort());
  });
  test('nothing looks up: what a wing may import may not import it', () => {
    for (const [wing, below] of Object.entries(MAY_IMPORT))
      for (const other of below) expect([wing, other, MAY_IMPORT[other]?.includes(wing)]).toEqual([wing, other, false]);
  });
  test('docs/architecture.md prints the same table', () => {
    const printed = [...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| `(\w+)` \| (.*?) \| .* \|$/gm)].map(
      ([, wing, below]) => [wing, [...(below as string).matchAll(/`(\w+)`/g)].map(([, name]) => name)],
    );
    expect(Object.fromEntries(printed)).toEqual(MAY_IMPORT);
  });
});
