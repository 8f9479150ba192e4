import { expect, test } from 'vitest';
import { builtPages } from '../../src/build/built-pages.ts';
import { checkedGuide } from '../../src/guide/check.ts';
import { hasPage } from '../../src/guide/entries.ts';
import { around } from '../../src/guide/read/files.ts';
import { partsOf } from '../../src/guide/rules/fragments.ts';
import { addressOf } from '../../src/lib/urls.ts';
import { BUILDS } from './builds.ts';

test('Every id on the page of an entry is known to the check: the author’s, or one of the template’s', () => {
  const pages = new Map(builtPages(BUILDS.root.folder).map(({ path, html }) => [`/${path.replace(/index\.html$/, '')}`, html]));
  const known = around();
  for (const entry of [...checkedGuide().entries.values()].filter((e) => hasPage(e) && e.kind !== 'pages')) {
    const html = pages.get(addressOf(entry.ref)) ?? '';
    const ids = [...html.matchAll(/\sid="?([^\s">]+)"?/g)].map(([, id]) => id as string);
    const own = new Set([...entry.fragments, ...entry.statements].map(({ id }) => id));
    if ('findings' in entry.data) for (const { id } of entry.data.findings) own.add(id);
    const parts = partsOf(entry, known);
    expect([entry.ref, ids.length > 0, ids.filter((id) => !own.has(id) && !parts.has(id))]).toEqual([entry.ref, true, []]);
  }
});
