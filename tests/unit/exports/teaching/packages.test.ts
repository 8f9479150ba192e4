import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { commonCartridge } from '../../../../src/exports/teaching/common-cartridge.ts';
import { qti12 } from '../../../../src/exports/teaching/qti-1.2.ts';
import { qti21 } from '../../../../src/exports/teaching/qti-2.1.ts';
import { documentOf, el } from '../../../../src/exports/teaching/xml.ts';
import { zipOf } from '../../../../src/exports/teaching/zip.ts';
import { buildGuide } from '../../../../src/guide/build.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import { quizOf } from '../../../../src/guide/teaching.ts';
import type { Guide, QuizQuestion } from '../../../../src/guide/types.ts';

const addressFor = (ref: string, fragment?: string): string => `https://guide.example/${ref}${fragment ? `#${fragment}` : ''}`;
const GUIDES: [string, Guide][] = [
  ['the guide', checkedGuide()],
  ['the invented guide', buildGuide(readFiles('tests/fixtures/guide'), 'tests/fixtures/guide')],
];

const open = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
const all = (from: Document | Element, selector: string): Element[] => [...from.querySelectorAll(selector)];
const textOf = (element: Element | null): string => element?.textContent ?? '';
/** What stands in a feedback before its mark. */
const said = (text: string): string => text.replace(/ \[[^[]*\]$/, '');

/** A question as a reader of files sees it, in the words of the content. */
function wanted({ data }: QuizQuestion): unknown {
  if ('choices' in data)
    return { prompt: data.prompt, choices: data.choices.map(({ text, right, feedback }) => ({ text, right, feedback })).sort(byText) };
  if ('pairs' in data) return { prompt: data.prompt, pairs: data.pairs.map(({ left, right }) => ({ left, right })) };
  return { prompt: data.prompt, items: data.items };
}
const byText = (a: { text: string }, b: { text: string }): number => (a.text < b.text ? -1 : 1);

/** The schema for a document, by the namespace of its root. */
const SCHEMAS: Record<string, string> = {
  'http://www.imsglobal.org/xsd/ims_qtiasiv1p2': 'qti-1.2.xsd',
  'http://www.imsglobal.org/xsd/imsqti_v2p1': 'qti-2.1.xsd',
  'http://www.imsglobal.org/xsd/imscp_v1p1': 'content-package.xsd',
  'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1': 'cartridge.xsd',
  'http://www.imsglobal.org/xsd/imsccv1p3/imsdt_v1p3': 'discussion.xsd',
  'http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3': 'web-link.xsd',
};
const schemaFile = (fileName: string) => ({ fileName, contents: readFileSync(`tests/schemas/${fileName}`, 'utf8') });

/** What is wrong with the XML files of a package, by a validator of schemas (libxml2). */
async function faults(files: Map<string, string>): Promise<string[]> {
  const documents = [...files].filter(([name]) => name.endsWith('.xml'));
  const namespaceOf = (xml: string): string => /<\w+[^>]* xmlns="([^"]+)"/.exec(xml)?.[1] ?? 'none';
  const found: string[] = [];
  for (const namespace of new Set(documents.map(([, xml]) => namespaceOf(xml)))) {
    const same = documents.filter(([, xml]) => namespaceOf(xml) === namespace);
    const { errors } = await validateXML({
      xml: same.map(([name, contents]) => ({ fileName: name.replaceAll('/', '-'), contents })),
      schema: schemaFile(SCHEMAS[namespace] as string),
      preload: [schemaFile('cartridge-lom.xsd')],
    });
    found.push(...errors.map(({ message }) => message));
  }
  return found;
}

describe.each(GUIDES)('Packages of %s', (_, guide) => {
  const qti1 = qti12(guide, guide.quiz, 'quiz', 'Quiz', addressFor);
  const qti2 = qti21(guide, guide.quiz, 'quiz', 'Quiz', addressFor);
  const cartridges = guide.lessons.map((lesson) => ({ lesson, bytes: commonCartridge(guide, lesson, addressFor) }));

  test('every item of QTI 2.1, read back, is the question it was made of', () => {
    const files = open(qti2);
    for (const question of guide.quiz) {
      const item = parse(files.get(`items/${question.id}.xml`) as string);
      const right = all(item, 'correctResponse value').map(textOf);
      const prompt = textOf(item.querySelector('prompt'));
      const texts = new Map(
        all(item, 'simpleChoice, simpleAssociableChoice').map((choice) => [choice.getAttribute('identifier') as string, textOf(choice)]),
      );
      const feedback = (id: string): string => said(textOf(item.querySelector(`modalFeedback[identifier="${id}"]`)));
      const { type } = question.data;
      const read =
        type === 'match'
          ? { prompt, pairs: right.map((pair) => pair.split(' ').map((id) => texts.get(id))).map(([left, one]) => ({ left, right: one })) }
          : type === 'order'
            ? { prompt, items: right.map((id) => texts.get(id)) }
            : {
                prompt,
                choices: [...texts].map(([id, text]) => ({ text, right: right.includes(id), feedback: feedback(id) })).sort(byText),
              };
      expect(read).toEqual(wanted(question));
      const cardinality = { single: 'single', multiple: 'multiple', match: 'multiple', order: 'ordered' }[type];
      expect(item.querySelector('responseDeclaration')?.getAttribute('cardinality')).toBe(cardinality);
    }
  });

  test('every item of QTI 1.2, read back, is the question it was made of', () => {
    const files = open(qti1);
    const assessment = parse(files.get('quiz.xml') as string);
    for (const question of guide.quiz) {
      const item = all(assessment, 'item').find((one) => one.getAttribute('ident') === `item-${question.id}`) as Element;
      const prompt = textOf(item.querySelector('presentation > material mattext'));
      const labels = (from: Element): Map<string, string> =>
        new Map(all(from, 'response_label').map((label) => [label.getAttribute('ident') as string, textOf(label)]));
      if ('choices' in question.data) {
        const scored = all(item, 'respcondition').find((condition) => condition.querySelector('setvar')) as Element;
        const not = all(scored, 'not varequal').map(textOf);
        const right = all(scored, 'varequal')
          .map(textOf)
          .filter((id) => !not.includes(id));
        const choices = [...labels(item)].map(([id, text]) => ({
          text,
          right: right.includes(id),
          feedback: said(textOf(item.querySelector(`itemfeedback[ident="${id}_fb"]`))),
        }));
        expect({ prompt, choices: choices.sort(byText) }).toEqual(wanted(question));
        continue;
      }
      const lines = all(item, 'response_lid').map((lid) => {
        const id = lid.getAttribute('ident') as string;
        const key = all(item, 'varequal').find((equal) => equal.getAttribute('respident') === id) as Element;
        return { left: textOf(lid.querySelector('material mattext')), right: labels(lid).get(textOf(key)) as string };
      });
      const read =
        'pairs' in question.data
          ? { prompt, pairs: lines }
          : { prompt, items: lines.sort((a, b) => Number(a.right) - Number(b.right)).map(({ left }) => left) };
      expect(read).toEqual(wanted(question));
      const shares = all(item, 'setvar').map((setvar) => Number(textOf(setvar)));
      expect(Math.round(shares.reduce((sum, share) => sum + share, 0))).toBe(100);
    }
  });

  test('every XML file has the form that its specification asks for', async () => {
    for (const bytes of [qti1, qti2, ...cartridges.map((one) => one.bytes)]) expect(await faults(open(bytes))).toEqual([]);
  });

  test.each([
    ['a name that begins with a digit', 'imsmanifest.xml', / identifier="/, ' identifier="5'],
    ['a file that is listed under no type', 'imsmanifest.xml', / type="[^"]+"/, ''],
    ['an answer that is asked for nowhere', 'items/*', 'responseIdentifier="RESPONSE"', 'responseIdentifier="REPLY"'],
    ['two choices of one name', 'items/*', /identifier="(choice|item|left)2"/, 'identifier="$11"'],
    ['parts in another order', 'items/*', /(<itemBody>.*<\/itemBody>)(<responseProcessing>.*<\/responseProcessing>)/, '$2$1'],
    ['a choice that is scored and does not exist', 'quiz.xml', 'respident="response1"', 'respident="response9"'],
    ['feedback that is shown and does not exist', 'quiz.xml', '_fb"/>', '_x"/>'],
  ])('of %s the schemas say no', async (_name, where, wrong, right) => {
    const files = new Map([...open(qti1), ...open(qti2)]);
    const name = where === 'items/*' ? ([...files.keys()].find((key) => key.startsWith('items/')) as string) : where;
    const before = files.get(name) as string;
    const after = before.replace(wrong, right);
    expect(after).not.toBe(before);
    expect(await faults(new Map([[name, after]]))).not.toEqual([]);
  });

  test('a manifest lists every file with its type, and each name in it leads somewhere', () => {
    const TYPES = /^(webcontent|imsdt_xmlv1p3|imswl_xmlv1p3|imsqti_xmlv1p2(\/imscc_xmlv1p3\/assessment)?|imsqti_(test|item)_xmlv2p1)$/;
    for (const bytes of [qti1, qti2, ...cartridges.map((one) => one.bytes)]) {
      const files = open(bytes);
      const manifest = parse(files.get('imsmanifest.xml') as string);
      const resources = all(manifest, 'resource');
      const listed = resources.flatMap((resource) => all(resource, 'file').map((file) => file.getAttribute('href')));
      expect([...listed, 'imsmanifest.xml'].sort()).toEqual([...files.keys()].sort());
      for (const resource of resources) expect(resource.getAttribute('type')).toMatch(TYPES);
      const ids = resources.map((resource) => resource.getAttribute('identifier'));
      expect(new Set(ids).size).toBe(ids.length);
      for (const one of all(manifest, '[identifierref]')) expect(ids).toContain(one.getAttribute('identifierref'));
      for (const one of all(manifest, 'item')) expect(one.querySelector('title, item')).not.toBeNull();
    }
  });

  test('a cartridge holds the lesson, the notes, a discussion, the links and only kinds of question that the format knows', () => {
    for (const { lesson, bytes } of cartridges) {
      const files = open(bytes);
      const page = files.get('lesson/lesson.html') as string;
      const written = (text = ''): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').slice(0, 60);
      for (const { text } of lesson.statements) expect(page).toContain(written(text));
      for (const block of lesson.blocks)
        if (block.type === 'facilitator')
          for (const { text } of block.parts) {
            expect(page).not.toContain(written(text));
            expect(files.get('lesson/notes.html')).toContain(written(text));
          }
      expect(files.get('lesson/notes.html')).toContain('Listen for: ');
      const assessment = parse(files.get('quiz/assessment.xml') as string);
      const kinds = all(assessment, 'item').map((item) => textOf(item.querySelector('fieldentry')));
      expect(new Set(kinds).size).toBeGreaterThan(0);
      for (const kind of kinds) expect(kind).toMatch(/^cc\.multiple_(choice|response)\.v0p1$/);
      const asked = quizOf(guide, lesson).reduce(
        (sum, { data }) => sum + ('pairs' in data ? data.pairs.length : 'items' in data ? data.items.length : 1),
        0,
      );
      expect(kinds.length).toBe(asked);
      const links = [...files.keys()].filter((name) => name.startsWith('links/'));
      expect(links.length).toBeGreaterThan(0);
      for (const name of links)
        expect(
          parse(files.get(name) as string)
            .querySelector('url')
            ?.getAttribute('href'),
        ).toMatch(/^https:\/\/guide\.example\//);
    }
  });

  test('two makings give the same bytes', () => {
    expect(qti12(guide, guide.quiz, 'quiz', 'Quiz', addressFor)).toEqual(qti1);
    expect(qti21(guide, guide.quiz, 'quiz', 'Quiz', addressFor)).toEqual(qti2);
    for (const { lesson, bytes } of cartridges) expect(commonCartridge(guide, lesson, addressFor)).toEqual(bytes);
  });
});

describe('Writing XML and ZIP', () => {
  test('any text comes back, less what XML has no place for', () => {
    const nowhere = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const xml = documentOf(el('a', { b: text.replace(/[\t\n\r]/g, '') }, text.replaceAll('\r', '')));
        const read = parse(xml).querySelector('a') as Element;
        expect(read.textContent).toBe(text.replaceAll('\r', '').replace(nowhere, ''));
        expect(read.getAttribute('b')).toBe(text.replace(/[\t\n\r]/g, '').replace(nowhere, ''));
      }),
      { numRuns: 2000 },
    );
  });
  test('what would end a text or open a tag does not', () => {
    for (const text of [']]>', '<b onclick="x">', '&amp;', '\'"', '</a>', '<!--', '\u0000\u0007x'])
      expect(textOf(parse(documentOf(el('a', {}, text))).querySelector('a'))).toBe(text.replace('\u0000\u0007', ''));
  });
  test('a ZIP is the same in whatever order its files come', () => {
    expect(zipOf({ b: 'two', a: 'one' })).toEqual(zipOf({ a: 'one', b: 'two' }));
    expect([...open(zipOf({ b: 'two', a: 'one', m: 'x' }, ['m'])).keys()]).toEqual(['m', 'a', 'b']);
  });
});
