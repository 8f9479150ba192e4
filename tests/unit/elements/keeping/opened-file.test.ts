import { describe, expect, test } from 'vitest';
import { emptyRecord } from '../../../../src/documents/decision-record/record.ts';
import { RECORD_FILE, readRecordFile, recordJson } from '../../../../src/documents/decision-record/record-json.ts';
import { readCheckFile } from '../../../../src/documents/self-check/check-json.ts';
import { BROKEN, GUESSED } from '../../../../src/elements/keeping/file-text.ts';
import { openedFile } from '../../../../src/elements/keeping/opened-file.ts';

const TITLE = 'Zürich “plan” für 5 €';
const SOURCE = {
  guide: 'A guide',
  edition: '2026-11-24',
  address: 'https://guide.example/find/plan/',
  schema: 'https://guide.example/s.json',
  made: new Date(0),
};
const JSON_TEXT = recordJson({ ...emptyRecord(), title: TITLE }, SOURCE);

/** What the old encoding of Windows has where Unicode has something else. */
const ANSI: Readonly<Record<string, number>> = { '€': 0x80, '“': 0x93, '”': 0x94 };
const ansi = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...text].map((letter) => ANSI[letter] ?? (letter.codePointAt(0) as number)));
const utf16 = (text: string, little: boolean): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  for (const [i, letter] of [...`\ufeff${text}`].entries()) view.setUint16(2 * i, letter.charCodeAt(0), little);
  return bytes;
};
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const open = (bytes: Uint8Array<ArrayBuffer>) => openedFile(new File([bytes], 'r.json'), RECORD_FILE, readRecordFile);

describe('A file that a reader chose', () => {
  test.each([
    ['UTF-8', utf8(JSON_TEXT), []],
    ['UTF-8 with a mark', utf8(`\ufeff${JSON_TEXT}`), []],
    ['UTF-16, little end first', utf16(JSON_TEXT, true), []],
    ['UTF-16, big end first', utf16(JSON_TEXT, false), []],
    ['Windows-1252', ansi(JSON_TEXT), [GUESSED]],
  ])('in %s gives every letter, with a word where they had to be guessed', async (_, bytes, left) => {
    expect(await open(bytes)).toMatchObject({ record: { title: TITLE }, left });
  });

  test('whose letters were lost before is read with a word', async () => {
    const lost = new TextDecoder().decode(ansi(JSON_TEXT.replace(TITLE, 'Zürich')));
    expect(await open(utf8(lost))).toMatchObject({ record: { title: 'Z\ufffdrich' }, left: [BROKEN] });
  });

  test('says in plain words what became of its letters', () => {
    expect(GUESSED).toBe(
      'This file was saved again in an older encoding. It was read as Windows-1252: look at letters such as é, ü or ł before you go on.',
    );
    expect(BROKEN).toBe('Some letters in this file were broken before it was opened. They are shown as �.');
  });

  test('that is none of ours is told as before, whatever its bytes', async () => {
    expect(await open(Uint8Array.from([0x50, 0x4b, 3, 4, 0xff, 0x80]))).toEqual({
      problem: 'This looks like a ZIP file. Open the JSON file that was saved with it.',
    });
    const check = await openedFile(new File([ansi('[“]')], 'c.json'), { short: 'self-check' }, readCheckFile);
    expect(check).toEqual({ problem: 'This file is no self-check.' });
  });
});
