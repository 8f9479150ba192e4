import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { addressesAt } from '../../../src/exports/addresses.ts';
import { sheetDocx } from '../../../src/exports/sheet-docx.ts';
import { commonCartridge } from '../../../src/exports/teaching/common-cartridge.ts';
import { handoutDocx } from '../../../src/exports/teaching/handout-docx.ts';
import { QUIZ_FILES, quizFile } from '../../../src/exports/teaching/quiz-files.ts';
import { slidesPptx } from '../../../src/exports/teaching/slides-pptx.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { link } from '../../../src/lib/urls.ts';

const guide = checkedGuide();
// enough for a file that holds a picture: one pixel
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pictureOf = () => Promise.resolve({ png, width: 1, height: 1 });

/** Texts of a file, and of the files in it. */
const textsIn = (bytes: Uint8Array): string[] =>
  strFromU8(bytes.slice(0, 2)) === 'PK' ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part, true)) : [strFromU8(bytes)];

/** Everything of the first lesson and the first document that people take along, and the whole quiz. */
async function taken(site: URL | undefined): Promise<[string, string][]> {
  const { addressFor } = addressesAt(site);
  const [lesson] = guide.lessons;
  const [sheet] = guide.documents;
  if (!lesson || !sheet) throw new Error('The guide has no lesson or no document.');
  const files: [string, Uint8Array][] = [
    ['lesson.imscc', commonCartridge(guide, lesson, addressFor)],
    ['slides.pptx', await slidesPptx(guide, lesson, addressFor, pictureOf)],
    ['handout-with-answers.docx', await handoutDocx(guide, lesson, true, addressFor, pictureOf)],
    ['sheet.docx', await sheetDocx(guide, sheet, false, addressFor)],
    ...QUIZ_FILES.map(({ name }): [string, Uint8Array] => [
      name,
      quizFile(guide, name, guide.quiz, { id: 'quiz', title: 'Quiz' }, addressFor),
    ]),
  ];
  return files.flatMap(([name, bytes]) => textsIn(bytes).map((text): [string, string] => [name, text]));
}

const places = [...guide.entries.keys()].map((ref) => link(ref)).filter((path) => path.length > 1);
/** Places of the site to which a text leads, or seems to. Those that it tells in words are none. */
const placesIn = (text: string): string[] => {
  const rest = text.replace(/page \/\S* of the guide/gi, '');
  return places.filter((path) => rest.includes(path));
};

test('files that are taken away lead to places of the site only where its address is known', async () => {
  const without = (await taken(undefined)).flatMap(([name, text]) => placesIn(text).map((path) => `${name}: ${path}`));
  expect(without).toEqual([]);
  // the same files lead there where they can
  const named = new Set(
    (await taken(new URL('https://guide.example'))).flatMap(([name, text]) => (placesIn(text).length > 0 ? [name] : [])),
  );
  expect(named).toEqual(
    new Set(['lesson.imscc', 'slides.pptx', 'handout-with-answers.docx', 'sheet.docx', ...QUIZ_FILES.map(({ name }) => name)]),
  );
});
