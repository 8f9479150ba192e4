import { loadRenderers } from 'astro:container';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import Cite from '../../src/components/prose/Cite.astro';
import Count from '../../src/components/prose/Count.astro';
import Ref from '../../src/components/prose/Ref.astro';
import { loadGuide } from '../../src/guide/index.ts';
import { readBody } from '../../src/guide/read/body.ts';
import { readMdx } from '../../src/guide/read/mdx.ts';
import { curly } from '../../src/lib/typography.ts';
import { oneOf, rounds } from '../unit/rounds.ts';
import Bare from './Bare.astro';
import Inline from './Inline.astro';

type Component = Parameters<AstroContainer['renderToString']>[0];
const FRAMES = [
  'Paper',
  'Others',
  'Editors',
  'Unknown',
  'Example',
  'Activity',
  'Facilitator',
  'Projects',
  'Rubric',
  'Figure',
  'FaceToFace',
];
const components = { Ref, Cite, Count, Term: Inline, ...Object.fromEntries(FRAMES.map((name) => [name, Bare])) };

let container: AstroContainer;
beforeAll(async () => {
  container = await AstroContainer.create({ renderers: await loadRenderers([getContainerRenderer()]) });
});

/** A body as Astro compiles it, with nothing around its blocks. */
const compiled = async (load: () => Promise<unknown>) => {
  const { default: Body } = (await load()) as { default: Component };
  // blocks stand apart, as they do to the eye
  const html = (await container.renderToString(Body, { props: { components } })).replace(
    /<(?:br|\/p|\/li|\/ul|\/ol|\/h\d)\b[^>]*>/g,
    '$& ',
  );
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
};
const words = (node: { textContent: string | null } | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

const BODIES = {
  content: import.meta.glob('../../content/**/*.mdx'),
  'tests/fixtures/guide': import.meta.glob('../fixtures/guide/**/*.mdx'),
};

describe.each(Object.entries(BODIES))('The bodies of %s', (folder, bodies) => {
  const before = process.env.CONTENT_DIR;
  beforeAll(() => {
    process.env.CONTENT_DIR = folder;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.CONTENT_DIR;
    else process.env.CONTENT_DIR = before;
  });
  test('say on the page what they say in the data, under the same addresses', async () => {
    const files = new Map([...loadGuide().entries.values()].map((entry) => [resolve(entry.file), entry]));
    let told = 0;
    for (const [path, load] of oneOf(3, Object.entries(bodies))) {
      const entry = files.get(resolve('tests/components', path));
      if (!entry || entry.fragments.length + entry.prose.length === 0) continue;
      const body = await compiled(load);
      for (const { id, heading } of entry.fragments)
        if (heading !== undefined) {
          told++;
          expect([entry.ref, id, words(body.querySelector(`[id="${id}"]`))]).toEqual([entry.ref, id, curly(heading)]);
        }
      for (const { id, text, attributes } of entry.statements)
        if (attributes.id) {
          told++;
          expect([entry.ref, id, words(body.querySelector(`[id="${id}"]`))]).toEqual([entry.ref, id, text]);
        }
      for (const block of 'blocks' in entry ? entry.blocks : [])
        if (block.type === 'activity' || block.type === 'facilitator')
          expect(words(body.querySelector(`[id="${block.id}"]`))).toBe(block.parts.map(({ text }) => text).join(' '));
      for (const part of body.querySelectorAll('h1, h2, h3, h4, h5, h6, [id]')) part.remove();
      expect([entry.ref, words(body)]).toEqual([entry.ref, entry.prose.replace(/\s+/g, ' ')]);
    }
    expect(told).toBeGreaterThan(20);
  });
});

test('Whatever Markdown the check takes, the page shows the words of the data', async () => {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('a plan', 'the board', 'No.', 'it’s', "it's", '"so"', "'so'", '5', 'x_y_z', 'é') },
    { weight: 3, arbitrary: fc.constantFrom(' ', ', ', '\n', '  \n', '\n\n', '\n- ', '\n\n- ', '\n 2. ', '\n    ', '\n     - ') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '*may*',
        '**may**',
        '_may_',
        '`code`',
        '[words](https://x.example/a_b)',
        '<Term id="drill">a *drill*</Term>',
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...[
          '*',
          '_',
          '**',
          '~~',
          '`',
          '\\*',
          '\\{',
          '&amp;',
          '&lt;',
          '&copy;',
          '#',
          '\n# ',
          '\n---\n',
          '\n***\n',
          '> ',
          '|',
          '![',
          ']',
          '[x]',
          '--',
          '…',
          '...',
        ],
        ...[
          'https://x.example',
          'www.x.example',
          'a@x.example',
          '[^a]',
          '\n[^a]: note',
          '\n[x]: https://x.example',
          '\nexport const a = 1',
          '\n   export const a = 1',
          '\n$x$',
          '==',
          ':::',
          '^2^',
          '~2~',
        ],
      ),
    },
  );
  const texts = fc.sample(
    fc.array(piece, { minLength: 1, maxLength: 9 }).map((parts) => parts.join('')),
    { numRuns: rounds(3000), seed: 15 },
  );
  const taken = texts.flatMap((text, i) => {
    const block = `<Editors id="b-${i}" because="so" from="results-1">\n\n${text}\n\n</Editors>\n`;
    const { tree, problems } = readMdx('x.mdx', `---\ntitle: x\n---\n\n${block}`);
    const body = tree && readBody(tree, 'gaps/x', 'x.mdx', true);
    return body && problems.length + body.problems.length === 0 && body.statements[0]
      ? [{ block, id: `b-${i}`, text: curly(body.statements[0].text) }]
      : [];
  });
  expect(taken.length).toBeGreaterThan(120);
  mkdirSync('.cache', { recursive: true });
  const file = resolve('.cache/plain-text.mdx');
  writeFileSync(file, taken.map(({ block }) => block).join('\n'));
  const body = await compiled(() => import(/* @vite-ignore */ file));
  const off = taken.flatMap(({ id, text, block }) => {
    const shown = words(body.querySelector(`[id="${id}"]`));
    return shown === text ? [] : [{ block, text, shown }];
  });
  expect(off).toEqual([]);
});
