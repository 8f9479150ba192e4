import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { addressesAt } from '../../../src/exports/addresses.ts';
import { LINK_COLUMNS, linksCsv, STATEMENT_COLUMNS, statementsCsv } from '../../../src/exports/csv.ts';
import { guideJson } from '../../../src/exports/guide-json.ts';
import { guideJsonSchema } from '../../../src/exports/guide-schema.ts';
import { entryMarkdown, twinned, twinPath } from '../../../src/exports/markdown/entry.ts';
import { llmsText } from '../../../src/exports/markdown/llms-text.ts';
import { officialAddress } from '../../../src/guide/addresses.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { cited } from '../../../src/guide/cited.ts';
import { authorName, stanceWords } from '../../../src/guide/labels.ts';
import { grid, isJudged, linksOf } from '../../../src/guide/links.ts';
import { contentFolder, readFiles } from '../../../src/guide/read/files.ts';
import { PAIRINGS } from '../../../src/guide/relations.ts';
import type { Guide } from '../../../src/guide/types.ts';
import { csvText, plainCell, safeCell } from '../../../src/lib/csv.ts';
import { escapeMarkdown } from '../../../src/lib/markdown.ts';
import { capital } from '../../../src/lib/text.ts';
import { FOLDER } from '../guide/malformed.ts';
import { oneOf } from '../rounds.ts';

const SITE = 'https://example.org';
const addresses = addressesAt(new URL(SITE));
const { addressFor } = addresses;

/** A CSV file as somebody else reads it, with the one rule of ours. */
const parsed = (text: string): string[][] => parse(text, { bom: true });
const read = (text: string): string[][] => parsed(text).map((row) => row.map(plainCell));

/** The plain text of Markdown, a line break as a space. */
const textOf = (node: Nodes): string =>
  'value' in node
    ? node.value
    : node.type === 'break'
      ? ' '
      : 'children' in node
        ? node.children.map((child) => textOf(child)).join('')
        : '';

/** Every paragraph of a text, in order. */
const paragraphsIn = (node: Nodes): Nodes[] =>
  node.type === 'paragraph' ? [node] : 'children' in node ? node.children.flatMap((child) => paragraphsIn(child)) : [];

const schema = guideJsonSchema(`${SITE}/data/guide.schema.json`);
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
const guides = [
  { folder: contentFolder(), guide: checkedGuide() },
  { folder: FOLDER, guide: buildGuide(readFiles(FOLDER), FOLDER) },
];

/** Every key anywhere in a value. */
const keysOf = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Array.isArray(value)
      ? value.flatMap(keysOf)
      : Object.entries(value).flatMap(([key, item]) => [key, ...keysOf(item)]);

test('addresses are whole where the site’s is known, and words elsewhere', () => {
  expect([addressFor('gaps/manuals', 'named'), addresses.fileFor('/index.md')]).toEqual([
    `${SITE}/gaps/manuals/#named`,
    `${SITE}/index.md`,
  ]);
  const words = addressesAt(undefined);
  expect([words.addressFor('gaps/manuals', 'named'), words.fileFor('/index.md')]).toEqual([
    'page /gaps/manuals/#named of the guide',
    'file /index.md of the guide',
  ]);
});

describe.each(guides)('The data of $folder', ({ guide }) => {
  const json = guideJson(guide, addressFor);
  const linkRows = read(linksCsv(guide));
  const statementRows = read(statementsCsv(guide, addressFor));

  test('guide.json validates against its schema', () => {
    expect(validate(JSON.parse(JSON.stringify(json))) || validate.errors).toBe(true);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test('its schema refuses a statement without a voice, a link without a reason and fields nobody knows', () => {
    const broken = (change: (copy: typeof json) => void): boolean => {
      const copy = structuredClone(json);
      change(copy);
      return validate(JSON.parse(JSON.stringify(copy)));
    };
    expect(broken(() => {})).toBe(true);
    expect(broken((copy) => delete (copy.statements[0] as { voice?: unknown }).voice)).toBe(false);
    expect(broken((copy) => delete (copy.links[0] as { reason?: unknown }).reason)).toBe(false);
    expect(broken((copy) => Object.assign(copy.entries[0] as object, { rank: 1 }))).toBe(false);
  });

  test('guide.json holds every statement, pair, source, sentence, finding, page and term', () => {
    expect(json.statements).toEqual(
      guide.statements.map(({ place: _, attributes: __, mentions: ___, formerly: ____, at, from, ...rest }) => ({
        ...rest,
        address: addressFor(rest.page, rest.id),
        ...(at.length && { at }),
        ...(from.length && { from }),
      })),
    );
    expect(json.links.map(({ id }) => id)).toEqual(guide.links.map(({ id }) => id));
    for (const source of guide.sources) {
      const row = json.sources.find(({ id }) => id === source.id);
      expect(row).toMatchObject({ title: source.data.title, read: source.data.read, authors: source.data.authors.map(authorName) });
      expect(row?.official).toBe(officialAddress(source)?.url);
      expect(row?.findings.map(({ id, text, on, voice }) => ({ id, text, on, voice }))).toEqual(
        source.data.findings.map(({ id, text, on }) => ({ id, text, on, voice: 'others' })),
      );
    }
    expect(json.study.sentences.map(({ id, gist, start, end }) => [id, gist, start, end])).toEqual(
      guide.study.data.sentences.map(({ id, gist, start, end }) => [id, gist, start, end]),
    );
    expect(json.entries.map(({ ref }) => ref)).toEqual(
      [...guide.entries.values()].filter(({ kind, id }) => kind !== 'links' && id !== '404' && id !== 'all').map(({ ref }) => ref),
    );
    for (const finding of guide.findings)
      expect(json.entries.find(({ ref }) => ref === finding.ref)).toMatchObject({
        title: finding.data.title,
        answer: { voice: finding.data.answer.voice, text: finding.data.answer.text },
        questions: finding.data.questions.map((text) => ({ voice: 'editors', text })),
      });
  });

  test('phrases for search, places and other inner fields stay out', () => {
    const keys = new Set(keysOf(json));
    for (const inner of ['asked', 'formerly', 'place', 'attributes', 'mentions', 'fingerprint', 'file', 'prose', 'words'])
      expect([inner, keys.has(inner)]).toEqual([inner, false]);
    expect([...keys].filter((key) => key.includes('-'))).toEqual([]);
  });

  test('links.csv read back is what the files of content say', () => {
    expect(linkRows[0]).toEqual('from,to,state,voice,reason,against,would_change,sources,judged,by_way_of,despite'.split(','));
    expect(linkRows[0]).toEqual(Object.keys(LINK_COLUMNS));
    expect(linkRows.slice(1)).toEqual(
      guide.links.map(({ ends, data }) => [
        ends?.from.ref,
        ends?.to.ref,
        data.state,
        'voice' in data ? data.voice : '',
        data.reason,
        'against' in data ? data.against : '',
        'against' in data ? data['would-change-our-mind'] : '',
        'sources' in data ? data.sources.map(({ source }) => source).join('; ') : '',
        data.judged,
        data.state === 'not-linked' ? (data['by-way-of'] ?? []).join('; ') : '',
        data.state === 'not-linked' ? (data.despite ?? '') : '',
      ]),
    );
  });

  test('statements.csv read back is what the files of content say', () => {
    expect(statementRows[0]).toEqual('page,id,voice,section,text,at,from,because,source,stance,where,address'.split(','));
    expect(statementRows[0]).toEqual(Object.keys(STATEMENT_COLUMNS));
    expect(statementRows.slice(1)).toEqual(
      guide.statements.map((s) => [
        s.page,
        s.id,
        s.voice,
        s.section,
        s.text,
        s.at.join('; '),
        s.from.join('; '),
        s.because ?? '',
        s.source ?? '',
        s.stance ?? '',
        s.where ?? '',
        addressFor(s.page, s.id),
      ]),
    );
  });

  test('the matrix, guide.json and links.csv agree cell by cell', () => {
    let cells = 0;
    for (const from of new Set(PAIRINGS.map((pairing) => pairing.from)))
      for (const { row, cells: line } of grid(
        guide,
        from,
        PAIRINGS.filter((pairing) => pairing.from === from).map(({ to }) => to),
      ).rows)
        for (const { column, link } of line) {
          const inJson = json.links.filter((l) => l.from === row.ref && l.to === column.ref);
          const inCsv = linkRows.filter(([a, b]) => a === row.ref && b === column.ref);
          const cell = link ? [[link.data.state, 'voice' in link.data ? link.data.voice : '', link.data.reason]] : [];
          expect(inJson.map((l) => [l.state, 'voice' in l ? l.voice : '', l.reason])).toEqual(cell);
          expect(inCsv.map(([, , state, voice, reason]) => [state, voice, reason])).toEqual(cell);
          cells += cell.length;
        }
    expect(cells).toBe(guide.links.length);
    expect([json.links.length, linkRows.length - 1]).toEqual([cells, cells]);
  });

  test('no cell starts live', () => {
    for (const text of [linksCsv(guide), statementsCsv(guide, addressFor)])
      for (const cell of parsed(text).flat()) expect(cell).not.toMatch(/^[\s\0]*[=+\-@|＝＋－＠]/);
  });
});

describe('CSV', () => {
  const START = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '|'];
  const LEAD = [' ', '\u00A0', '\uFEFF', '\0', '\t', '\r', '\n'];
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom(...START, ...LEAD, "'", '"', ',', ';', '\r\n', 'a', 'é', '=1+1', "='x'!A1"), { maxLength: 8 })
      .map((parts) => parts.join('')),
  );
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

  test('what is written is read back, whatever it is', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(read(csvText(rows))).toEqual(rows);
      }),
      { numRuns: 2000 },
    );
  });

  test('no written cell starts live', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const written of parsed(csvText(rows)).flat()) {
          const bare = written.replace(/^[ \u00A0\uFEFF\0\t\r\n]+/, '');
          expect([written, START.some((sign) => bare.startsWith(sign))]).toEqual([written, false]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each(START.flatMap((sign) => ['', ...LEAD, ' \t\uFEFF'].map((lead) => `${lead}${sign}1`)))(
    '%j gets one apostrophe and loses it',
    (text) => {
      expect(safeCell(text)).toBe(`'${text}`);
      expect(plainCell(`'${text}`)).toBe(text);
      expect(safeCell(`''${text}`)).toBe(`'''${text}`);
      expect(plainCell(safeCell(`'${text}`))).toBe(`'${text}`);
    },
  );

  test.each(["'", "'tis", "''", '', 'a=1', "a'=1", " '=1", '#salary', '1', '’=1'])('%j stays as it is', (text) => {
    expect(safeCell(text)).toBe(text);
    expect(plainCell(text)).toBe(text);
  });

  test('says that it is UTF-8; lines end in CRLF, quotes double, numbers stay numbers', () => {
    expect(
      csvText([
        ['a', 'b'],
        ['x,"y"', -5],
        ['-5', 0.5],
        ['', ' é'],
      ]),
    ).toBe('\uFEFFa,b\r\n"x,""y""",-5\r\n\'-5,0.5\r\n," é"\r\n');
    expect(csvText([['a'], [''], ['b']])).toBe('\uFEFFa\r\n""\r\nb\r\n');
  });
});

describe.each(guides)('The Markdown of $folder', ({ guide }) => {
  const twins = twinned(guide).map((entry) => {
    const text = entryMarkdown(guide, entry, addresses);
    const tree = fromMarkdown(text);
    return { entry, text, tree, paragraphs: paragraphsIn(tree).map(textOf) };
  });
  const labelOf = (voice: keyof Guide['about']['voices']) => guide.about.voices[voice].label;

  test('every entry with a page has one twin, and llms.txt lists each once', () => {
    const paths = twins.map(({ entry }) => twinPath(entry.ref));
    expect(new Set(paths).size).toBe(twins.length);
    expect(twins.length).toBe(
      guide.findings.length +
        guide.figures.length +
        guide.lessons.length +
        guide.cases.length +
        guide.documents.length +
        // 404, and the page on which all stand once more, have none
        guide.pages.length -
        2 +
        guide.sources.length +
        guide.links.filter(isJudged).length,
    );
    const list = llmsText(guide, addresses);
    for (const path of paths) expect([path, list.split(`](${SITE}${path})`).length]).toEqual([path, 2]);
    expect(list.startsWith(`# ${guide.about.name}\n\n> `)).toBe(true);
    for (const { label } of Object.values(guide.about.voices)) expect(list).toContain(`“${label}”`);
  });

  test('a page, the home page and a place below have the addresses of their pages', () => {
    expect(['pages/home', 'pages/brief', 'gaps/manuals', 'pages/evidence/how-sure'].map(twinPath)).toEqual([
      '/index.md',
      '/brief.md',
      '/gaps/manuals.md',
      '/evidence/how-sure.md',
    ]);
  });

  test('every statement stands in its twin, with its label in front and what it rests on in the same paragraph', () => {
    let found = 0;
    for (const { entry, paragraphs } of twins)
      for (const s of entry.statements) {
        const paragraph = paragraphs.find((p) => p.startsWith(`${labelOf(s.voice)}. ${s.text}`));
        expect([s.page, s.id, paragraph === undefined]).toEqual([s.page, s.id, false]);
        for (const part of [s.because?.slice(1, -1), s.where]) if (part) expect(paragraph).toContain(part);
        if (s.source) {
          expect(paragraph).toContain(guide.sources.find(({ id }) => id === s.source)?.data.short);
          if (s.stance) expect(paragraph).toContain(capital(s.stance));
        }
        found++;
      }
    expect(found).toBe(guide.statements.length);
  });

  test('the twins of the quiz, the self-check and a case hold all of them, each answer with whose it is', () => {
    const at = (id: string) => twins.find(({ entry }) => entry.ref === id)?.paragraphs ?? [];
    const quiz = at('pages/teach/quiz');
    for (const { data } of guide.quiz) {
      expect(quiz.some((p) => p.includes(data.prompt))).toBe(true);
      if (!('choices' in data)) continue;
      for (const { text, right, feedback, from } of data.choices) {
        const { voice, label } = cited(guide, from);
        // several questions may offer the same choice
        const own = quiz.filter((p) => p.includes(`${right ? 'Right' : 'Not right'}: ${text}`)).join('\n');
        for (const part of [feedback, `${labelOf(voice)}: ${label}`]) expect(own).toContain(part);
      }
    }
    const check = at('pages/self-check');
    for (const { data } of guide.questions) {
      const paragraph = check.find((p) => p.includes(data.ask)) ?? '';
      for (const part of [...Object.values(data.looks), data.talk, data.because]) expect(paragraph).toContain(part);
    }
    for (const { data } of guide.lessons) expect(at('pages/teach').some((p) => p.includes(data.title))).toBe(true);
    for (const { data } of guide.figures) expect(at('pages/figures').some((p) => p.includes(data.title))).toBe(true);
    for (const { ref, data } of guide.lessons)
      for (const { name, effort, wanted } of data.case?.projects ?? []) {
        const paragraph = at(ref).find((p) => p.startsWith(`${labelOf('example')}. ${name}`)) ?? '';
        for (const part of [wanted, ...effort.map(({ people }) => String(people))]) expect(paragraph).toContain(part);
      }
  });

  test('the twin of a finding holds its links with reasons, what was not linked, its literature and its questions', () => {
    for (const finding of guide.findings) {
      const { paragraphs } = twins.find(({ entry }) => entry === finding) as (typeof twins)[number];
      const holds = (start: string, ...parts: string[]) =>
        expect([finding.ref, start, paragraphs.some((p) => p.startsWith(start) && parts.every((part) => p.includes(part)))]).toEqual([
          finding.ref,
          start,
          true,
        ]);
      for (const { open, worse, closed, unjudged } of linksOf(guide, finding, ({ data }) => data.title)) {
        for (const { link, other } of [...open, ...worse, ...closed])
          holds(
            `${guide.about.links.states[link.data.state].label}, ${labelOf(link.data.voice).toLowerCase()}. ${other.data.title}: ${link.data.reason}`,
            link.data.against,
          );
        for (const { link, other } of unjudged)
          holds(`${guide.about.links.states['not-assessed'].label}. ${other.data.title}: ${link.data.reason}`);
      }
      for (const source of guide.sources)
        for (const said of source.data.findings)
          for (const on of said.on.filter(({ to }) => to === finding.ref))
            holds(`${labelOf('others')}. ${said.text}`, source.data.short, on.reason, capital(on.stance));
      for (const question of finding.data.questions) holds(`${capital(guide.about.voices.editors.possessive)}. ${question}`);
    }
  });

  test('the twin of a link holds the case against it, what would change the judgment and what sources say', () => {
    for (const link of guide.links.filter(isJudged)) {
      const { paragraphs } = twins.find(({ entry }) => entry === link) as (typeof twins)[number];
      for (const text of [link.data.against, link.data['would-change-our-mind']])
        expect(paragraphs).toContain(`${labelOf('editors')}. ${text}`);
      for (const { source, stance, says } of link.data.sources) {
        const paragraph = paragraphs.find((p) => p.startsWith(`${labelOf('others')}. ${says} `));
        expect(paragraph).toContain(guide.sources.find(({ id }) => id === source)?.data.short);
        expect(paragraph).toContain(capital(stanceWords(stance, link.data.state)));
      }
    }
  });

  test('no paragraph between the facts at the head and at the foot is without a mark', () => {
    const states = Object.values(guide.about.links.states).map(({ label }) => label);
    const voices = [...Object.values(guide.about.voices).map(({ label }) => label), capital(guide.about.voices.editors.possessive)];
    const marks = [...voices, ...states, ...states.flatMap((state) => voices.map((voice) => `${state}, ${voice.toLowerCase()}`))];
    const directions = ['Do', 'For whoever teaches'];
    for (const { entry, tree } of twins) {
      // lists of sources and of files hold records only
      if (entry.ref === 'pages/sources' || entry.ref === 'pages/data') continue;
      const foot = tree.children.findIndex(({ type }) => type === 'thematicBreak');
      const between: Root = { type: 'root', children: tree.children.slice(2, foot) };
      for (const paragraph of paragraphsIn(between)) {
        const first = 'children' in paragraph ? paragraph.children[0] : undefined;
        // a table says whose each row is in a column of its own
        if ((entry.ref === 'pages/matrix' || entry.kind === 'figures') && textOf(paragraph).startsWith('|')) continue;
        const mark = first?.type === 'strong' ? textOf(first).replace(/\.$/, '') : textOf(paragraph);
        const known = entry.kind === 'lessons' ? [...marks, ...directions] : marks;
        expect([entry.ref, mark, known.includes(mark)]).toEqual([entry.ref, mark, true]);
      }
    }
  });

  test('no twin holds HTML, and every address in it is whole where the site’s is known, else a path', () => {
    const off: string[] = [];
    const walk = (node: Nodes, address: RegExp): void => {
      if (node.type === 'html' || (node.type === 'text' && /<\/?\w/.test(node.value))) off.push(node.value);
      if (node.type === 'link' && !address.test(node.url)) off.push(node.url);
      if ('children' in node) for (const child of node.children) walk(child, address);
    };
    for (const { tree } of twins) walk(tree, /^https:\/\//);
    // the same text but for the addresses
    for (const { entry } of oneOf(5, twins))
      walk(fromMarkdown(entryMarkdown(guide, entry, addressesAt(undefined))), /^(https:\/\/|\/(?!\/))/);
    expect(off).toEqual([]);
  });
});

test('a text as Markdown reads as the text', () => {
  const sign = fc.constantFrom(...'\\`*_[]()<>#~|&;!-+=1.:ab "\'é'.split(''), '&amp;', '&#35;', '**', '__', '](', '<b>', ' ');
  fc.assert(
    fc.property(
      fc.array(sign, { maxLength: 20 }).map((signs) => signs.join('').replace(/ +/g, ' ').trim()),
      (text) => {
        const tree = fromMarkdown(`**Mark.** ${escapeMarkdown(text)}`);
        expect(tree.children.map(textOf)).toEqual([`Mark. ${text}`.trim()]);
      },
    ),
    { numRuns: 2000 },
  );
});
