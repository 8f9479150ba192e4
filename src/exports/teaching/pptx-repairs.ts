/**
 * What the library that writes presentations (pptxgenjs 4.0.1) gets wrong, put right. LibreOffice forgives all of it; a
 * validator of Open XML does not, and PowerPoint may offer to repair the file. Each function takes the text of one part and
 * gives it back sound; a sound one comes back as it was.
 */

/**
 * The list of contents without parts that are not there: the library names a master for each slide and makes one.
 *
 * @param xml `[Content_Types].xml`
 * @param has whether the file has a part, by its path
 */
export const onlyPartsThereAre = (xml: string, has: (path: string) => boolean): string =>
  xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (named, path: string) => (has(path) ? named : ''));

/**
 * The masters of notes before the slides, as their order is fixed (ECMA-376, CT_Presentation).
 *
 * @param xml `ppt/presentation.xml`
 */
export function notesMasterInPlace(xml: string): string {
  const [list = ''] = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml) ?? [];
  return xml.replace(list, '').replace('</p:sldMasterIdLst>', `</p:sldMasterIdLst>${list}`);
}

/** Paragraphs with what sets them once, at their beginning: the library writes it again before each run. */
export const paragraphsSetOnce = (xml: string): string =>
  xml.replace(/<a:p>(.*?)<\/a:p>/gs, (_, runs: string) => {
    const settings = /<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs;
    return `<a:p>${runs.match(settings)?.[0] ?? ''}${runs.replace(settings, '')}</a:p>`;
  });

/** Numbers of what stands on a slide in the order of the slide, none twice: the library counts tables and slide numbers apart. */
export const numbersOnce = (xml: string): string => {
  let number = 0;
  return xml.replace(/(<p:cNvPr id=")\d+"/g, (_, start: string) => `${start}${++number}"`);
};

/** Marks a shape as one that says nothing, so that no screen reader stops at it and no checker asks for words. */
const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';
const NO_TEXT = '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>';

/** Shapes without words with an empty text and the sign that they are decoration: bars, and the shapes of marks whose words stand beside them. */
export const shapesWithoutWords = (xml: string): string =>
  xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) =>
    shape.includes('<p:txBody>')
      ? shape
      : shape.replace(/(<p:cNvPr [^>]*>)(<\/p:cNvPr>)/, `$1${DECORATIVE}$2`).replace('</p:sp>', `${NO_TEXT}</p:sp>`),
  );

/** Tables whose first row is their head to programs too, and whose name is what those hear who do not see them. */
export const tablesWithHead = (xml: string): string =>
  xml.replace(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs, (frame) =>
    frame
      .replace('<a:tblPr/>', '<a:tblPr firstRow="1"/>')
      .replace(/<p:cNvPr id="(\d+)" name="([^"]*)"\/>/, '<p:cNvPr id="$1" name="$2" descr="$2"/>'),
  );

/** A part of a presentation as it should be. @param has whether the file has a part, by its path */
export function repaired(path: string, xml: string, has: (path: string) => boolean): string {
  if (path === '[Content_Types].xml') return onlyPartsThereAre(xml, has);
  if (path === 'ppt/presentation.xml') return notesMasterInPlace(xml);
  if (!/^ppt\/(slides|slideLayouts|slideMasters|notesSlides)\/[^/]+\.xml$/.test(path)) return xml;
  return numbersOnce(tablesWithHead(shapesWithoutWords(paragraphsSetOnce(xml))));
}
