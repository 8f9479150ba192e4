import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { builtPages } from '../../src/build/built-pages.ts';
import { BUILDS } from './builds.ts';

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

test('a reader view of any page holds no sentence that is untrue there', () => {
  const problems: string[] = [];
  let long = 0;
  for (const { path, html } of pages) {
    // a reader's view may keep what style hides
    const text = new Readability(documentOf(html)).parse()?.textContent ?? '';
    if (text.length > 500) long++;
    for (const state of OF_A_STATE) if (state.test(text)) problems.push(`${path}: ${state.exec(text)?.[0]}`);
  }
  expect(problems).toEqual([]);
  expect(long).toBeGreaterThan(pages.length / 2);
});

test('nor does the whole text of any page, hidden parts and places for messages among it', () => {
  const problems: string[] = [];
  for (const { path, html } of pages) {
    const document = documentOf(html);
    const text = document.querySelector('main')?.textContent ?? '';
    for (const state of OF_A_STATE) if (state.test(text)) problems.push(`${path}: ${state.exec(text)?.[0]}`);
    // a message is written when there is something to say
    for (const place of document.querySelectorAll('[role="status"], [role="alert"], [aria-live]'))
      if (place.textContent?.trim()) problems.push(`${path}: a message stands there: ${place.textContent.trim()}`);
  }
  expect(problems).toEqual([]);
});
