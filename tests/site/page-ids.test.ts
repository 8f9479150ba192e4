import { expect, test } from 'vitest';
import { builtPages } from '../../src/build/built-pages.ts';
import { checkedGuide } from '../../src/guide/check.ts';
import { hasPage } from '../../src/guide/entries.ts';
import { partsOf } from '../../src/guide/rules/fragments.ts';
import { slug } from '../../src/lib/text.ts';
import { addressOf } from '../../src/lib/urls.ts';
import { BUILDS } from './builds.ts';

test('Every id on the page of an entry is known to the check: the author’s, or one of the template’s', () => {
  const pages = new Map(builtPages(BUILDS.root.folder).map(({ path, html }) => [`/${path.replace(/index\.html$/, '')}`, html]));
  const guide = checkedGuide();
  // the paper's page lists its sentences, the finder its findings, the exercise its pairs: all under their own ids
  const listed = new Map([
    ['/evidence/the-paper/', [...guide.sentences.keys()]],
    // questions that were taken into others keep their addresses
    ['/teach/quiz/', guide.quiz.flatMap(({ data }) => data.formerly)],
    ['/teach/dispute/', guide.links.map(({ id }) => id)],
    ['/find/', guide.findings.map(({ ref }) => slug(ref.replace('/', ' ')))],
  ]);
  for (const entry of [...guide.entries.values()].filter(hasPage)) {
    const html = pages.get(addressOf(entry.ref)) ?? '';
    const ids = [...html.matchAll(/\sid="?([^\s">]+)"?/g)].map(([, id]) => id as string);
    const own = new Set([...[...entry.fragments, ...entry.statements].map(({ id }) => id), ...(listed.get(addressOf(entry.ref)) ?? [])]);
    if (entry.kind === 'documents') for (const { id } of entry.data.parts) own.add(id);
    if ('findings' in entry.data) for (const { id } of entry.data.findings) own.add(id);
    const parts = partsOf(entry, guide);
    expect([entry.ref, ids.length > 0, ids.filter((id) => !own.has(id) && !parts.has(id))]).toEqual([entry.ref, true, []]);
  }
});
