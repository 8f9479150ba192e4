import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { builtPages } from '../../src/build/built-pages.ts';
import { BUILDS } from './builds.ts';
import { oneOf } from './site.ts';

/** Sentences of a state, which are untrue where the state is another: in a reader's view, in a text that a machine takes out. */
const OF_A_STATE = [
  /Only what the \w+ says is shown/,
  /\bNothing (was )?found\b/,
  /\bKept in this browser\b/,
  /\b(link|text|citation) was copied\b/i,
  /\bDid you mean\b/,
  /\bChoose a (mark|name) to\b/,
  /\bArrow keys move\b/,
  /\bRight and Left follow\b/,
  /\b(\d+|All \d+|None) (of \d+ )?\w+ shown\b/,
  /\bExplore with keys\b/,
];

/** A built page as a browser's document holds it: what stands in a template is no part of it. */
const documentOf = (html: string) => {
  const { document } = parseHTML(html.replace(/<(style|svg|template)\b[\s\S]*?<\/\1>/g, ''));
  return document;
};
const pages = builtPages(BUILDS.root.folder).filter(({ html }) => !html.includes('http-equiv="refresh"'));

test('no page holds a sentence that is untrue there: not in its whole text, hidden parts and places for messages among it, nor in a reader’s view', () => {
  const problems: string[] = [];
  let long = 0;
  // of sources and links only the data differ
  const alike = pages.filter(({ path }) => /^(sources|links)\/./.test(path));
  const viewed = new Set([...pages.filter((page) => !alike.includes(page)), ...oneOf(16, alike)]);
  for (const page of pages) {
    const document = documentOf(page.html);
    const texts = [document.querySelector('main')?.textContent ?? ''];
    // a message is written when there is something to say
    for (const place of document.querySelectorAll('[role="status"], [role="alert"], [aria-live]'))
      if (place.textContent?.trim()) problems.push(`${page.path}: a message stands there: ${place.textContent.trim()}`);
    if (viewed.has(page)) {
      // a reader's view may keep what style hides
      const text = new Readability(document).parse()?.textContent ?? '';
      if (text.length > 500) long++;
      texts.push(text);
    }
    for (const text of texts) for (const state of OF_A_STATE) if (state.test(text)) problems.push(`${page.path}: ${state.exec(text)?.[0]}`);
  }
  expect(problems).toEqual([]);
  expect(long).toBeGreaterThan(viewed.size / 2);
});
