import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** British forms by how the American ones begin. */
const BRITISH: Record<string, RegExp> = {
  '…ize':
    /^(apolog|capital|categor|character|critic|custom|final|general|initial|item|maxim|minim|normal|optim|organ|priorit|random|real|recogn|serial|special|standard|summar|synchron|util|visual)is(e|ed|es|er|ing|ation|ations|able)$/,
  analyze: /^analys(e|ed|ing)$/,
  behavior: /^behaviour/,
  catalog: /^catalogue/,
  '…led': /^(cancel|fuel|label|level|model|signal|travel)l(ed|ing|er|ers)$/,
  center: /^\w*cent(re|res|red|ring)$/,
  color: /^(dis|un)?colour/,
  defense: /^(def|off|pret)ence/,
  favor: /^(fav|harb|hon|lab|rum|hum)our/,
  fiber: /^fibres?$/,
  fulfill: /^fulfils?$/,
  gray: /^grey/,
  judgment: /^(ac)?(judge|knowledge)ment/,
  learned: /^(learnt|burnt|dreamt)$/,
  license: /^licence/,
  neighbor: /^neighbour/,
  program: /^programmes?$/,
  spelled: /^(mis|re)?spelt$/,
};

/** Fields of content and of published data that got these names for good, and one of HTML. */
const FIELDS = /\baria-?labelledby\b|(?<=[.'"`{=#]\s?)(recognise|licences?)\b|\b(recognise|licences?)(?=:)/gi;

/** Files that hold words as readers type or others print them, and addresses that are published. */
const QUOTES = [
  'src/documents/site-search/query.ts',
  'tests/fixtures/addresses.txt',
  'tests/fixtures/exact-questions.yaml',
  'tests/fixtures/questions.yaml',
  'tests/unit/documents/site-search/query.test.ts',
  'tests/unit/spelling.test.ts',
];

/** Words of a text in lower case; those of names such as `lightColors` apart. */
const wordsOf = (text: string): string[] => (text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());

/** British forms in a text, each with the American one. */
const britishIn = (text: string): string[] =>
  [...new Set(wordsOf(text.replace(FIELDS, '')))].flatMap((word) =>
    Object.entries(BRITISH).flatMap(([american, form]) => (form.test(word) ? [`${word}: ${american}`] : [])),
  );

describe('American spelling', () => {
  test('stands in code, tests and documents', () => {
    const files = ['src', 'docs', 'tests'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile() && /\.(astro|css|json|md|mdx|ts|txt|yaml)$/.test(file.name))
        .map((file) => `${file.parentPath}/${file.name}`),
    );
    const read = [...files, 'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'].filter((file) => !QUOTES.includes(file));
    expect(read.length).toBeGreaterThan(500);
    expect(read.flatMap((file) => britishIn(readFileSync(file, 'utf8')).map((word) => `${file}: ${word}`))).toEqual([]);
  });
  test('is told from British in words, names and parts of names', () => {
    expect(britishIn('Recognised colours, lightColours, COLOURS and a barycentre')).toEqual([
      'recognised: …ize',
      'colours: color',
      'barycentre: center',
    ]);
  });
  test('leaves words that only look British, and fields that are published', () => {
    expect(britishIn('a realistic specialist of two analyses; programmed; aria-labelledby')).toEqual([]);
    expect(britishIn('recognise: Grants end; data.recognise; { licences } = about; `licence`')).toEqual([]);
    expect(britishIn('We recognise a licence.')).toEqual(['recognise: …ize', 'licence: license']);
  });
});
