import { describe, expect, test } from 'vitest';
import {
  notesMasterInPlace,
  numbersOnce,
  onlyPartsThereAre,
  paragraphsSetOnce,
  repaired,
  shapesWithoutWords,
  tablesWithHead,
} from '../../../../src/exports/teaching/pptx-repairs.ts';

describe('What the library gets wrong is put right, and what is right stays', () => {
  test('a part that is not there is named no more', () => {
    const named = (...paths: string[]): string =>
      `<Types>${paths.map((path) => `<Override PartName="/${path}" ContentType="x"/>`).join('')}</Types>`;
    const has = (path: string): boolean => path === 'ppt/slideMasters/slideMaster1.xml';
    expect(onlyPartsThereAre(named('ppt/slideMasters/slideMaster1.xml', 'ppt/slideMasters/slideMaster2.xml'), has)).toBe(
      named('ppt/slideMasters/slideMaster1.xml'),
    );
  });
  test('masters of notes stand before the slides', () => {
    const [masters, slides, notes] = [
      '<p:sldMasterIdLst><a/></p:sldMasterIdLst>',
      '<p:sldIdLst/>',
      '<p:notesMasterIdLst><b/></p:notesMasterIdLst>',
    ];
    expect(notesMasterInPlace(masters + slides + notes)).toBe(masters + notes + slides);
    expect(notesMasterInPlace(masters + notes + slides)).toBe(masters + notes + slides);
    expect(notesMasterInPlace(masters + slides)).toBe(masters + slides);
  });
  test('a paragraph is set once, before its runs', () => {
    const set = '<a:pPr algn="l"><a:buNone/></a:pPr>';
    const run = '<a:r><a:rPr/><a:t>x</a:t></a:r>';
    expect(paragraphsSetOnce(`<a:p>${set}${run}${set}${run}</a:p><a:p><a:pPr algn="r"/>${run}</a:p>`)).toBe(
      `<a:p>${set}${run}${run}</a:p><a:p><a:pPr algn="r"/>${run}</a:p>`,
    );
    expect(paragraphsSetOnce(`<a:p>${run}<a:pPr algn="r"/>${run}</a:p>`)).toBe(`<a:p><a:pPr algn="r"/>${run}${run}</a:p>`);
    expect(paragraphsSetOnce(`<a:p>${run}</a:p>`)).toBe(`<a:p>${run}</a:p>`);
  });
  test('no number stands twice on a slide', () => {
    expect(numbersOnce('<p:cNvPr id="1" name="a"/><p:cNvPr id="25" name="b"/><p:cNvPr id="1" name="c">')).toBe(
      '<p:cNvPr id="1" name="a"/><p:cNvPr id="2" name="b"/><p:cNvPr id="3" name="c">',
    );
  });
  test('a shape without words has an empty text and is decoration', () => {
    const shape = (text: string): string => `<p:sp><p:nvSpPr><p:cNvPr id="7" name="Shape 5"></p:cNvPr></p:nvSpPr><p:spPr/>${text}</p:sp>`;
    const fixed = shapesWithoutWords(shape(''));
    expect(fixed).toMatch(/<p:cNvPr id="7" name="Shape 5"><a:extLst>.*<adec:decorative [^>]*val="1"\/>.*<\/p:cNvPr>/);
    expect(fixed).toMatch(/<p:spPr\/><p:txBody>.*<\/p:txBody><\/p:sp>$/);
    expect(shapesWithoutWords(fixed)).toBe(fixed);
    const own = shape('<p:txBody><a:p/></p:txBody>');
    expect(shapesWithoutWords(own)).toBe(own);
  });
  test('the first row of a table is its head, and its name is heard', () => {
    const frame = (name: string, table: string): string =>
      `<p:graphicFrame><p:cNvPr id="3" ${name}/><a:tbl>${table}</a:tbl></p:graphicFrame>`;
    const fixed = frame('name="Who pays &amp; when" descr="Who pays &amp; when"', '<a:tblPr firstRow="1"/>');
    expect(tablesWithHead(frame('name="Who pays &amp; when"', '<a:tblPr/>'))).toBe(fixed);
    expect(tablesWithHead(fixed)).toBe(fixed);
  });
  test('each part gets what is meant for it, and no other is touched', () => {
    const slide = '<a:p><a:r/><a:pPr/></a:p>';
    expect(repaired('ppt/slides/slide1.xml', slide, () => true)).toBe('<a:p><a:pPr/><a:r/></a:p>');
    expect(repaired('ppt/theme/theme1.xml', slide, () => true)).toBe(slide);
  });
});
