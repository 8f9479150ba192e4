import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { commonCartridge } from '../../../../src/exports/teaching/common-cartridge.ts';
import { qti12 } from '../../../../src/exports/teaching/qti-1.2.ts';
import { qti21 } from '../../../../src/exports/teaching/qti-2.1.ts';
import { documentOf, el } from '../../../../src/exports/xml.ts';
import { zipOf } from '../../../../src/exports/zip.ts';
import { buildGuide } from '../../../../src/guide/build.ts';
import { checkedGuide } from '../../../../src/guide/check.ts';
import { readFiles } from '../../../../src/guide/read/files.ts';
import { quizOf } from '../../../../src/guide/teaching.ts';
import type { Guide, QuizQuestion } from '../../../../src/guide/types.ts';
import { all, parse, textOf } from './platform-readers.ts';

const addressFor = (ref: string, fragment?: string): string => `https://guide.example/${ref}${fragment ? `#${fragment}` : ''}`;
const GUIDES: [string, Guide][] = [
  ['the guide', checkedGuide()],
  ['the invented guide', buildGuide(readFiles('tests/fixtures/guide'), 'tests/fixtures/guide')],
];

const open = (bytes: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
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
  'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1': 'cartridge.xsd',
  'http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1': 'discussion.xsd',
  'http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1': 'web-link.xsd',
};
const schemaFile = (fileName: string) => ({ fileName, contents: readFileSync(`tests/schemas/${fileName}`, 'utf8') });

/** A folder with the publisher's schemas, which are no part of the project: see tests/schemas/README.md. */
const OFFICIAL = process.env['OFFICIAL_SCHEMAS'] || undefined;
if (OFFICIAL === undefined) console.log('Packages are not held against the official schemas: OFFICIAL_SCHEMAS names no folder.');
const OFFICIAL_NAMES: Record<string, string> = {
  'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1': 'cc11libxml2validator.xsd',
  'http://www.imsglobal.org/xsd/ims_qtiasiv1p2': 'ccv1p1_qtiasiv1p2p1_v1p0.xsd',
  'http://www.imsglobal.org/xsd/imsccv1p1/imsdt_v1p1': 'ccv1p1_imsdt_v1p1.xsd',
  'http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1': 'ccv1p1_imswl_v1p1.xsd',
};

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
      preload: [schemaFile('cartridge-lom.xsd'), schemaFile('cartridge-resource-lom.xsd')],
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

  test('QTI 1.2 and 2.1 give the same points: a share for each line that is right, all of them one', () => {
    const one = parse(open(qti1).get('quiz.xml') as string);
    for (const { id, data } of guide.quiz) {
      if ('choices' in data) continue;
      const lines = 'pairs' in data ? data.pairs.length : data.items.length;
      const item = all(one, 'item').find((each) => each.getAttribute('ident') === `item-${id}`) as Element;
      const shares = all(item, 'setvar').map((set) => Number(textOf(set)) / 100);
      const two = parse(open(qti2).get(`items/${id}.xml`) as string);
      const mapped = all(two, 'mapEntry').map((entry) => Number(entry.getAttribute('mappedValue')));
      const added = all(two, 'sum baseValue').map((value) => Number(textOf(value)));
      expect([shares, 'pairs' in data ? mapped : added].map((each) => each.map((share) => share.toFixed(3)))).toEqual(
        Array(2).fill(Array(lines).fill((1 / lines).toFixed(3))),
      );
      // places are told by number, as many as there are lines
      if ('items' in data)
        expect(all(two, 'index').map((index) => Number(index.getAttribute('n')))).toEqual(data.items.map((_, i) => i + 1));
      expect(textOf(two.querySelector('responseIf baseValue'))).toBe('1');
    }
  });

  test('every XML file has the form that its specification asks for', async () => {
    for (const bytes of [qti1, qti2, ...cartridges.map((one) => one.bytes)]) expect(await faults(open(bytes))).toEqual([]);
  });

  test.skipIf(OFFICIAL === undefined)('the official schemas agree, where OFFICIAL_SCHEMAS names a folder that has them', async () => {
    const folder = OFFICIAL as string;
    const official = (fileName: string) => ({ fileName, contents: readFileSync(join(folder, fileName), 'utf8') });
    const preload = readdirSync(folder)
      .filter((name) => name.endsWith('.xsd'))
      .map(official);
    let held = 0;
    for (const { bytes } of cartridges)
      for (const [name, contents] of open(bytes)) {
        const [, namespace = ''] = /<\w+[^>]* xmlns="([^"]+)"/.exec(contents) ?? [];
        const schema = OFFICIAL_NAMES[namespace];
        if (!name.endsWith('.xml') || schema === undefined) continue;
        held++;
        const xml = { fileName: name.replaceAll('/', '-'), contents };
        const { errors } = await validateXML({
          xml,
          schema: official(schema),
          preload: preload.filter(({ fileName }) => fileName !== schema),
        });
        expect([name, errors.map(({ message }) => message)]).toEqual([name, []]);
      }
    expect(held).toBeGreaterThanOrEqual(4 * cartridges.length);
  });

  test.each([
    ['a name that begins with a digit', 'imsmanifest.xml', / identifier="/, ' identifier="5'],
    ['a file that is listed under no type', 'imsmanifest.xml', / type="[^"]+"/, ''],
    ['an answer that is asked for nowhere', 'items/*', 'responseIdentifier="RESPONSE"', 'responseIdentifier="REPLY"'],
    ['two choices of one name', 'items/*', /identifier="(choice|item|left)2"/, 'identifier="$11"'],
    ['parts in another order', 'items/*', /(<itemBody>.*<\/itemBody>)(<responseProcessing>.*<\/responseProcessing>)/s, '$2$1'],
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
    const TYPES = /^(webcontent|imsdt_xmlv1p1|imswl_xmlv1p1|imsqti_xmlv1p2(\/imscc_xmlv1p1\/assessment)?|imsqti_(test|item)_xmlv2p1)$/;
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
      expect(textOf(parse(files.get('imsmanifest.xml') as string).querySelector('resource[identifier="notes"] metadata'))).toBe(
        'IMSGLC_CC_Rolesv1p1Instructor',
      );
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
    const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" };
    // the reader of these tests leaves in attributes what stands for a sign
    const decoded = (value: string | null) => value?.replace(/&(?:lt|gt|amp|quot|apos);/g, (name) => signs[name] ?? name);
    const unit = fc.oneof(
      fc.constantFrom(...Object.values(signs), ']', ';', 'lt'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const nowhere = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const xml = documentOf(el('a', { b: text.replace(/[\t\n\r]/g, '') }, text.replaceAll('\r', '')));
        const read = parse(xml).querySelector('a') as Element;
        expect(read.textContent).toBe(text.replaceAll('\r', '').replace(nowhere, ''));
        expect(decoded(read.getAttribute('b'))).toBe(text.replace(/[\t\n\r]/g, '').replace(nowhere, ''));
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
