import { describe, expect, test } from 'vitest';
import { ANOTHER, nameStatements, sectionsOf } from '../../../src/lib/contents.ts';

const sign = (shape: string) => `<svg class="sign ${shape}"><path d="M0 0"/></svg>`;
const statement = (voice: string, id: string, said: string) =>
  `<div class="voice ${voice}" id="${id}" data-voice="${voice}"><div class="body"><p class="mark"><span id="old-${id}"></span>${sign(voice)}<b>${voice}</b></p><div class="said"><p>${said}</p></div></div></div>`;

describe('the sections of a page', () => {
  test('are its second-level headings, each with the signs of its statements and links', () => {
    const html = `${statement('editors', 'answer', 'Before.')}<h2 id="a" data-minutes="0–5 min">What <b>we</b>
      add</h2>${statement('others', 'x', 'One.')}<h3 id="sub">Sub</h3><span class="link-mark linked">${sign('ring')}<b>Linked</b></span><h2 data-frame id="b">B &amp; C</h2>${statement('paper', 'y', 'Two.')}<p>${sign('loose')}</p>`;
    expect(sectionsOf(html)).toEqual([
      { id: 'a', title: 'What we add', note: '0–5 min', signs: [sign('others'), sign('ring')], isPaper: false },
      { id: 'b', title: 'B &amp; C', note: undefined, signs: [sign('paper')], isPaper: true },
    ]);
  });
  test('leave out headings without an address, out of sight, and after the text', () => {
    const html =
      '<h2>No address</h2><h2 id="h" class="small hidden">Hidden</h2><h2 id="next">Read next</h2><h2 id="used-by">Used</h2><h2 id="cite">Cite</h2>';
    expect(sectionsOf(html)).toEqual([]);
    expect(sectionsOf(`<template><h2 id="t">In a template</h2></template>`)).toEqual([]);
    expect(sectionsOf('')).toEqual([]);
  });
  test('take no sign for a mark that has none', () => {
    const html = `<h2 id="a">A</h2><p class="mark"><b>Invented example</b></p>${statement('paper', 'y', 'Two.')}`;
    expect(sectionsOf(html)[0]?.signs).toEqual([sign('paper')]);
  });
});

describe('a link from one statement to another', () => {
  const link = (id: string) => `<a href="#${id}">${ANOTHER}</a>`;
  test('says its first words, whether it stands before or after, or in another part of the page', () => {
    const said = statement('others', 'x', 'A <a href="/c/">clinic</a> in Ohio paid its own researchers for nine years.');
    expect(nameStatements(link('x') + said)).toContain('<a href="#x">“A clinic in Ohio paid its own…”</a>');
    expect(nameStatements(link('x'), link('x') + said)).toBe('<a href="#x">“A clinic in Ohio paid its own…”</a>');
    expect(nameStatements(said + link('x'))).toMatch(/“A clinic in Ohio paid its own…”<\/a>$/);
  });
  test('leaves out the definition of a word in it', () => {
    const term = '<glossary-term><a href="/g/">Soft money</a><span role="tooltip" hidden>Pay from grants.</span></glossary-term> ends.';
    expect(nameStatements(link('x') + statement('others', 'x', term))).toContain('>“Soft money ends.”</a>');
  });
  test('says all of a short one, and cuts none of its characters in two', () => {
    expect(nameStatements(link('x') + statement('others', 'x', 'Nine of ten.'))).toContain('>“Nine of ten.”</a>');
    expect(nameStatements(link('x') + statement('others', 'x', 'Research &amp; development &amp; more of it all'))).not.toMatch(/&\w*…/);
  });
  test('stays as it is where the other is not in the page', () => {
    expect(nameStatements(link('x'))).toBe(link('x'));
  });
});
