import { parse, parseCSL, parseRIS } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bibtexText } from '../../../src/exports/bibtex.ts';
import { citeAs, pageCitation } from '../../../src/exports/citation.ts';
import { citationsOf } from '../../../src/exports/citation-styles.ts';
import { coinsOf } from '../../../src/exports/coins.ts';
import { type CslItem, cslOf, cslText, nameOf, noteOf, pubmedLines } from '../../../src/exports/csl.ts';
import { figureBasis } from '../../../src/exports/figure-files.ts';
import { ITEM_TYPES, itemTypeOf, publicationType } from '../../../src/exports/item-types.ts';
import { articleLd } from '../../../src/exports/jsonld.ts';
import { publicationMeta } from '../../../src/exports/page-meta.ts';
import { risText } from '../../../src/exports/ris.ts';
import { sheetFoot } from '../../../src/exports/sheet-foot.ts';
import { signpostsOf } from '../../../src/exports/signposts.ts';
import { officialAddress } from '../../../src/guide/addresses.ts';
import { buildGuide } from '../../../src/guide/build.ts';
import { checkedGuide } from '../../../src/guide/check.ts';
import { authorName } from '../../../src/guide/labels.ts';
import { readFiles } from '../../../src/guide/read/files.ts';
import type { Source } from '../../../src/guide/types.ts';
import { valueFor } from '../../../src/lib/items.ts';
import { FOLDER } from '../guide/malformed.ts';

const real = checkedGuide().sources;
const sources = [...real, ...buildGuide(readFiles(FOLDER), FOLDER).sources];

/** A record that never was, with some fields changed. */
const made = (data: Partial<Source['data']>, id = 'made'): Source => {
  const model = sources.find((source) => source.id === 'invented-sheds') as Source;
  return {
    ...model,
    id,
    data: { title: 'A title', authors: [], short: 'Made', kind: 'review', 'et-al': false, countries: [], ...data } as Source['data'],
  };
};

/** A source by itself, in each style. */
const cited = (source: Source) => valueFor(citationsOf([source]), source.id);

/** What another library read: text of its nodes, whatever their marks. */
const textOf = (value: unknown): string | undefined => {
  if (value === undefined || typeof value === 'string') return value as string | undefined;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textOf).join('');
  const node = value as { type?: string; text?: string };
  return node.text ?? (node.type === 'hard_break' ? ' ' : '');
};
interface EntryObject {
  entry_key: string;
  fields: Record<string, unknown>;
}
interface Read {
  title: string | undefined;
  authors: string[];
  place: string | undefined;
  year: string | undefined;
  volume: string | undefined;
  issue: string | undefined;
  pages: string | undefined;
  doi: string | undefined;
  url: string | undefined;
  note: string | undefined;
}
type Name = { family?: unknown; given?: unknown; prefix?: unknown; suffix?: unknown; literal?: unknown };
const namesOf = (names: Name[] = []): string[] =>
  names
    .map(({ family, given, prefix, suffix, literal }) =>
      [given, prefix, family, suffix, literal]
        .map(textOf)
        .filter((part) => part !== undefined)
        .join(' '),
    )
    .filter((name) => name !== 'others');
const read = ({ fields }: EntryObject): Read => ({
  title: textOf(fields.title),
  authors: namesOf(fields.author as Name[]),
  place: textOf(
    fields.journaltitle ?? fields.howpublished ?? fields.institution ?? fields.publisher ?? fields.booktitle ?? fields.maintitle,
  ),
  year: textOf(fields.date)?.slice(0, 4),
  volume: textOf(fields.volume),
  issue: textOf(fields.number ?? fields.issue),
  pages: (fields.pages as unknown[][][] | undefined)?.flat(1).map(textOf).join('-'),
  doi: textOf(fields.doi),
  url: textOf(fields.url),
  note: textOf(fields.note),
});
/** The letters and digits of a name in order of the alphabet: the same for "Harrell FE" and "F. E. Harrell". */
const letters = (name: string): string => [...name.normalize('NFC').matchAll(/[\p{L}\p{N}]/gu)].map(String).sort().join('');
const authorsOf = ({ data }: Source): string[] =>
  data.authors.map((author) => letters('name' in author ? author.name : authorName(author)));

/** The authors that a format without "and others" may name: all of a record, or none where its list was cut. */
const wholeListOf = (source: Source): string[] => (source.data['et-al'] ? [] : authorsOf(source));

/** Every field that a record knows, as a reader of the exported file finds it. */
function expectSame(source: Source, found: Read, lost: (keyof Read)[] = [], authors = wholeListOf(source)): void {
  const { data } = source;
  const known: Read = {
    title: data.title,
    authors,
    place: data.container,
    year: (data.published?.slice(0, 4) ?? data.year)?.toString(),
    volume: data.volume,
    issue: data.issue,
    pages: data.pages?.replace('–', '-'),
    doi: data.doi,
    url: officialAddress(source)?.url,
    note: noteOf(source) || undefined,
  };
  const kept = (fields: Read) => Object.fromEntries(Object.entries(fields).filter(([name]) => !lost.includes(name as keyof Read)));
  expect([source.id, kept({ ...found, authors: found.authors.map(letters) })]).toEqual([source.id, kept(known)]);
}
const bibtex = (list: readonly Source[]) => {
  const { entries, errors } = parse(bibtexText(list), { processUnexpected: true, processUnknown: true }) as unknown as {
    entries: Record<number, EntryObject & { unexpected_fields?: object; unknown_fields?: Record<string, unknown> }>;
    errors: object[];
  };
  expect(errors).toEqual([]);
  return Object.values(entries).map((entry) => ({ ...entry, fields: { ...entry.fields, ...entry.unexpected_fields } }));
};
const ris = (list: readonly Source[]) => {
  const { entries, errors } = parseRIS(risText(list));
  expect(errors).toEqual([]);
  return Object.values(entries);
};

describe('Every source, read back by another program', () => {
  test('as BibTeX has the fields of its record, and its id as the key', () => {
    const entries = bibtex(sources);
    expect(entries.map((entry) => entry.entry_key)).toEqual(sources.map(({ id }) => id));
    sources.forEach((source, i) => {
      const entry = entries[i] as (typeof entries)[number];
      // only this format can say "and others"
      expectSame(source, read(entry), [], authorsOf(source));
      expect(textOf(entry.unknown_fields?.pmid)).toBe(source.data.pmid);
      expect(textOf(entry.unknown_fields?.pmcid)).toBe(source.data.pmcid);
    });
  });
  test('as RIS has the fields of its record', () => {
    const entries = ris(sources);
    expect(entries.length).toBe(sources.length);
    const records = risText(sources).split(/^ER {2}- \r\n/m);
    sources.forEach((source, i) => {
      const record = records[i] as string;
      const found = read(entries[i] as EntryObject);
      // the other program joins first and last page, and drops "Jr"
      expectSame(source, found, ['pages', 'authors', ...(cslOf(source).genre || cslOf(source).number ? (['place'] as const) : [])]);
      const all = (tag: string) => [...record.matchAll(new RegExp(`^${tag}  - (.*)\r$`, 'gm'))].map(([, value]) => value as string);
      expect([all('SP'), all('EP')].flat().join('-')).toBe(source.data.pages?.replace('–', '-') ?? '');
      expect(all('AU').map(letters)).toEqual(wholeListOf(source));
      expect(found.authors.length).toBe(wholeListOf(source).length);
      expect(all('M2')).toEqual(
        [source.data.pmid && `PMID: ${source.data.pmid}`, source.data.pmcid && `PMCID: ${source.data.pmcid}`].filter(Boolean),
      );
      // a place in a periodical or on a site: the words for a kind of page are none
      expect(all('T2').length === 1).toBe(cslOf(source)['container-title'] !== undefined);
      expect([all('AN'), all('C2'), all('ID')].flat()).toEqual([source.data.pmid, source.data.pmcid, source.id].filter(Boolean));
      expect(record.trim().startsWith('TY  - ')).toBe(true);
    });
  });
  test('as CSL-JSON has the fields of its record', () => {
    const items = JSON.parse(cslText(sources)) as CslItem[];
    const found = Object.values(parseCSL(Object.fromEntries(items.map((item) => [item.id, item])) as never)) as unknown as EntryObject[];
    const byKey = new Map(found.map((entry) => [entry.entry_key, entry]));
    sources.forEach((source, i) => {
      const item = items[i] as CslItem;
      const entry = byKey.get(source.id);
      // the other program keeps no publisher of a report, no genre, and joins pages; laws and rulings it does not know
      if (entry) expectSame(source, read(entry), ['place', 'pages', 'note']);
      else expect(['legislation', 'legal_case']).toContain(item.type);
      expect(item.note ?? '').toBe([...pubmedLines(source), noteOf(source)].filter(Boolean).join('\n'));
      expect([item.title, item.DOI, item.page, item.volume]).toEqual([
        source.data.title,
        source.data.doi,
        source.data.pages,
        source.data.volume,
      ]);
      expect(item['container-title'] ?? item.publisher ?? (item.number && `Docket ${item.number}`) ?? item.genre).toBe(
        source.data.container,
      );
    });
  });
  test('has no author where the record has none, and no field without a value', () => {
    const none = sources.filter(({ data }) => data.authors.length === 0);
    expect(none.length).toBeGreaterThan(1);
    expect(bibtexText(none)).not.toMatch(/^ {2}author/m);
    expect(risText(none)).not.toMatch(/^A\d? {2}- |^AU/m);
    expect(none.some((source) => 'author' in cslOf(source))).toBe(false);
    for (const text of [bibtexText(sources), risText(sources), cslText(sources)])
      expect(text).not.toMatch(/undefined|null|NaN|= \{\},|\{\{\}\}|^(?!ER)[A-Z]\w {2}- \s*$|: ""|\[\]|\{\}(?!.*\w)/m);
  });
  test('whose record names its first authors only says so in each format', () => {
    const cut = sources.filter(({ data }) => data['et-al']);
    expect(cut.length).toBeGreaterThan(0);
    for (const source of cut) {
      expect(bibtexText([source])).toMatch(/^ {2}author = \{.* and others\},$/m);
      const told = `The record names the first authors only (${source.data.authors.map(authorName).join(', ')}).`;
      expect(risText([source])).toContain(`N1  - ${told}`);
      expect(cslOf(source).note).toContain(told);
      // a cut list is no whole one
      expect(risText([source])).not.toMatch(/^AU/m);
      expect([cslOf(source).author, articleLd(source).author]).toEqual([undefined, undefined]);
      expect(coinsOf(source)).not.toContain('rft.au');
      expect(publicationMeta(source).map(({ name }) => name)).not.toContain('citation_author');
      for (const { text } of cited(source)) expect(text).toMatch(/^[^(]*, et al\. /);
    }
  });
});

describe('A citation', () => {
  const all = sources.map((source) => ({ source, citations: cited(source) }));
  test('stands in AMA, APA and Vancouver', () => {
    const study = real.find(({ id }) => id === 'harrison-2023-alignment') as Source;
    expect(Object.fromEntries(cited(study).map(({ name, text }) => [name, text]))).toEqual({
      AMA: 'Harrison MI, Borsky AE. How alignment between health systems and their embedded research units contributes to system learning. Healthcare (Amsterdam, Netherlands). 2023;11(2):100688. doi:10.1016/j.hjdsi.2023.100688',
      APA: 'Harrison, M. I., & Borsky, A. E. (2023). How alignment between health systems and their embedded research units contributes to system learning. Healthcare (Amsterdam, Netherlands), 11(2), 100688. https://doi.org/10.1016/j.hjdsi.2023.100688',
      Vancouver:
        'Harrison MI, Borsky AE. How alignment between health systems and their embedded research units contributes to system learning. Healthcare (Amsterdam, Netherlands) [Internet]. 2023;11(2):100688. Available from: https://doi.org/10.1016/j.hjdsi.2023.100688',
    });
  });
  test('has title, first author, year and DOI of its record, and nothing that the record does not say', () => {
    const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    for (const { source, citations } of all)
      for (const { name, text } of citations) {
        const at = `${source.id}, ${name}: ${text}`;
        const { data } = source;
        expect(plain(text), at).toContain(plain(data.title));
        const [first] = data.authors.map(nameOf);
        // some styles cite a law or a ruling by its name
        if (first && !['law', 'court ruling'].includes(publicationType(source)))
          expect(plain(text).startsWith(plain('family' in first ? first.family : first.literal)), at).toBe(true);
        // a style may begin with the site that a page without authors stands on
        else
          expect(
            [data.title, data.container ?? data.title, ...data.authors.map(authorName)].some((begin) =>
              plain(text).startsWith(plain(begin)),
            ),
            at,
          ).toBe(true);
        if (data.year) expect(text, at).toContain(String(data.year));
        else expect(text.replaceAll(data.title, '').replace(/(?:https?:|doi:)\S+/g, ''), at).not.toMatch(/\b(?:19|20)\d\d\b/);
        if (data.doi) expect(text, at).toContain(data.doi);
        expect(text, at).not.toMatch(
          /undefined|null|NaN|\[\s*\]|\(\s*\)|\{|Others|Published online|Accessed|cited|&#|<\/?\w+>| {2}|[;,]$|\.\.(?!\.)/,
        );
      }
  });
  test('is the same whatever was cited before, and beside whatever it stands', () => {
    const again = [...sources].reverse().map((source) => ({ source, citations: cited(source) }));
    expect(again.reverse()).toEqual(all);
    const together = citationsOf(sources);
    expect(sources.map((source) => ({ source, citations: together.get(source.id) }))).toEqual(all);
  });
});

test('a page of the guide is cited with its editors in front, and with its address where that is known', () => {
  const guide = { about: { ...checkedGuide().about, name: 'A guide', editors: 'the editors of it' } };
  const page = { title: 'Timetables', reviewed: '2026-11-04' };
  expect(pageCitation(guide, { ...page, address: undefined })).toBe('The editors of it. A guide: Timetables. Reviewed 2026-11-04.');
  expect(pageCitation(guide, { ...page, address: 'https://x.example/t/', dated: 'Facts checked' })).toBe(
    'The editors of it. A guide: Timetables. Facts checked 2026-11-04. https://x.example/t/',
  );
});

describe('A name', () => {
  test.each([
    [{ family: 'Kilbourne', given: 'Amy M.' }, 'Amy M. Kilbourne', { family: 'Kilbourne', given: 'Amy M.' }],
    [
      { family: 'Wardrop', given: 'Richard M.', suffix: 'III' },
      'Richard M. Wardrop III',
      { family: 'Wardrop', given: 'Richard M.', suffix: 'III' },
    ],
    [{ family: 'Harrell', given: 'FE' }, 'Harrell FE', { family: 'Harrell', given: 'F. E.' }],
    [{ family: 'Chesley', given: 'FD', suffix: 'Jr' }, 'Chesley FD Jr', { family: 'Chesley', given: 'F. D.', suffix: 'Jr' }],
    [{ family: 'Del Fiol', given: 'G' }, 'Del Fiol G', { family: 'Del Fiol', given: 'G.' }],
    [{ family: 'de la Cruz', given: 'Maria' }, 'Maria de la Cruz', { family: 'de la Cruz', given: 'Maria' }],
    [{ family: 'Reid', given: 'R. J.' }, 'R. J. Reid', { family: 'Reid', given: 'R. J.' }],
    [{ family: 'Braganza' }, 'Braganza', { family: 'Braganza' }],
    [{ name: 'NIHR Evidence' }, 'NIHR Evidence', { literal: 'NIHR Evidence' }],
    [{ name: 'A Fund', note: 'as a list has it' }, 'A Fund (as a list has it)', { literal: 'A Fund' }],
  ])('%o is written "%s", and cited by its parts', (author, line, parts) => {
    expect(authorName(author)).toBe(line);
    expect(nameOf(author)).toEqual(parts);
  });
  test('with a note tells it in the record', () => {
    expect(cslOf(made({ authors: [{ name: 'A Fund', note: 'as a list has it' }] })).note).toContain('A Fund (as a list has it).');
  });
});

describe('Any text', () => {
  const nasty = fc.constantFrom(
    '&',
    '%',
    '$',
    '#',
    '_',
    '~',
    '^',
    '\\',
    ':',
    ';',
    '"',
    "'",
    '—',
    '‘x’',
    '{a}',
    '{{b}}',
    '\\cite',
    '100%',
    'and',
    ', ',
  );
  const word = fc.stringMatching(/^[A-Za-zÀÉØäçñøßŁŻ中0-9-]{1,14}$/);
  const text = (most: number) =>
    fc.array(fc.oneof({ weight: 3, arbitrary: word }, nasty), { minLength: 1, maxLength: most }).map((words) => `A ${words.join(' ')} z`);
  const person = fc.record({
    given: fc.stringMatching(/^[A-ZÉØ][a-zäçñøß]{1,9}( [A-Z]\.)?$/),
    particle: fc.constantFrom('', 'van ', 'de la '),
    family: fc.stringMatching(/^[A-ZÉØ][a-zäçñøß]{1,9}(-[A-Z][a-z]{1,5})?$/),
  });

  test('survives BibTeX, RIS and CSL-JSON: particles, accents, braces, percent signs, colons, great length', () => {
    fc.assert(
      fc.property(text(80), text(8), fc.array(person, { maxLength: 5 }), (title, container, people) => {
        const tidy = title.replace(/\s+/g, ' ').trim();
        const source = made({
          title: tidy,
          container: container.replace(/\s+/g, ' ').trim(),
          authors: people.map(({ given, particle, family }) => ({ given, family: `${particle}${family}` })),
          doi: '10.1234/a_b(c)1%2;5<6>',
          year: 2020,
          volume: '12',
          pages: 'S4-S12',
        });
        const [entry] = bibtex([source]);
        expectSame(source, read(entry as EntryObject));
        expectSame(source, read(ris([source])[0] as EntryObject), ['pages']);
        expect((JSON.parse(cslText([source])) as CslItem[])[0]).toMatchObject({ title: tidy, DOI: source.data.doi });
        for (const citation of cited(source)) expect(citation.text).not.toMatch(/undefined|\[\s*\]|\(\s*\)/);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
  test('with a lone brace keeps the file whole', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', 'a', '\\', '%', '"', '@'), { minLength: 1 }), (signs) => {
        const entries = bibtex([
          made({ title: `x${signs.join('')}x`, authors: [{ name: `The ${signs.join('')} Group` }] }),
          made({ title: 'The next' }, 'next'),
        ]);
        expect(entries.map((entry) => entry.entry_key)).toEqual(['made', 'next']);
        expect(textOf(entries[1]?.fields.title)).toBe('The next');
      }),
    );
  });
});

describe('One source is one type of thing', () => {
  test('in every format, and in each type there is', () => {
    const seen = new Set<string>();
    for (const source of sources) {
      const type = itemTypeOf(source);
      seen.add(publicationType(source));
      expect([source.id, cslOf(source).type, /^TY {2}- (.*)\r$/m.exec(risText([source]))?.[1], articleLd(source)['@type']]).toEqual([
        source.id,
        type.csl,
        type.ris,
        type.schema,
      ]);
      expect(bibtexText([source])).toMatch(new RegExp(`^@${type.bibtex}\\{`));
    }
    expect([...seen].sort()).toEqual(Object.keys(ITEM_TYPES).sort());
  });
  test('as its record says before anything that its place may tell', () => {
    const told = (data: Partial<Source['data']>) => publicationType(made(data));
    expect(told({ type: 'law', container: 'A blog', doi: '10.1234/x' })).toBe('law');
    expect([told({ container: 'A journal', volume: '1' }), told({ container: 'A journal' }), told({})]).toEqual([
      'journal article',
      'web page',
      'web page',
    ]);
    expect([told({ container: 'program pages' }), told({ container: 'Our blog' }), told({ container: 'Annual Report 2019' })]).toEqual([
      'web page',
      'blog post',
      'report',
    ]);
    // what stands on its author's own site is no article
    expect(told({ container: 'A Fund', authors: [{ name: 'A Fund' }], pmcid: 'PMC1' })).toBe('web page');
  });
});

describe('COinS', () => {
  /** As OpenURL reads a form: the pairs, decoded. */
  const pairsOf = (source: Source) => new URLSearchParams(coinsOf(source));
  test.each(sources.map((source) => [source.id, source] as const))('of %s say what its record says', (_, source) => {
    const pairs = pairsOf(source);
    const { data } = source;
    expect(pairs.get('rft.atitle') ?? pairs.get('rft.btitle') ?? pairs.get('rft.title')).toBe(data.title);
    expect(pairs.getAll('rft.au').length + pairs.getAll('rft.aucorp').length).toBe(data['et-al'] ? 0 : data.authors.length);
    expect(pairs.getAll('rft_id').includes(`info:doi/${data.doi}`)).toBe(data.doi !== undefined);
    expect(pairs.get('rft.date')).toBe(data.published ?? data.year?.toString() ?? null);
  });
  test('give a person’s parts with a comma, and an organization in one piece', () => {
    const pairs = pairsOf(made({ authors: [{ family: 'Chesley', given: 'F. D.', suffix: 'Jr' }, { name: 'Fund, Inc. & Co' }] }));
    expect([pairs.get('rft.au'), pairs.get('rft.aucorp')]).toEqual(['Chesley, F. D. Jr', 'Fund, Inc. & Co']);
  });
});

test('a title is protected in BibTeX only where it must keep its capitals', () => {
  const title = (data: Partial<Source['data']>) => /title = \{(.*)\},/.exec(bibtexText([made(data)]))?.[1];
  expect(title({ title: 'The QUERI Framework: Measuring the Impact of iNET' })).toBe(
    'The {QUERI} Framework: Measuring the Impact of {iNET}',
  );
  expect(title({ title: 'Clinical networks in Alberta: from pilot to practice' })).toBe(
    'Clinical networks in {Alberta}: from pilot to practice',
  );
  expect(title({ title: 'Embedded Research at Kaiser Permanente', organization: 'Kaiser Permanente' })).toBe(
    'Embedded Research at {Kaiser} {Permanente}',
  );
  expect(title({ title: 'Research & Development (R3)' })).toBe('Research \\& Development ({R3})');
});

test('any DOI leads to its page from every place that makes its address', () => {
  const sign = fc.constantFrom(...'#?<>%&=+;:,()[]{}"|^`~@!$*\'\\é中aZ09-_.');
  const suffix = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => `x${signs.join('')}`);
  const guide = checkedGuide();
  fc.assert(
    fc.property(suffix, (end) => {
      const doi = `10.1234/${end}`;
      const source = made({ doi });
      const study = { ...guide, study: source };
      const [figure] = guide.figures;
      const addresses = [
        officialAddress(source)?.url,
        cslOf(source).URL,
        citeAs(source),
        articleLd(source)['@id'] as string,
        signpostsOf(guide, source, undefined).find(({ rel }) => rel === 'cite-as')?.href,
        /^UR {2}- (.*)\r$/m.exec(risText([source]))?.[1],
        /^ {2}url = \{(.*)\},$/m.exec(bibtexText([source]))?.[1],
        /Study: (\S+)/.exec(sheetFoot(study, { address: undefined, reviewed: undefined }).source)?.[1],
        figure && /https:\/\/doi\.org\/\S+(?=\. )/.exec(figureBasis(study, figure))?.[0],
      ];
      for (const address of addresses) {
        const { origin, pathname, search, hash } = new URL(address ?? '');
        expect([origin, decodeURIComponent(pathname), search, hash]).toEqual(['https://doi.org', `/${doi}`, '', '']);
      }
      expect(new URLSearchParams(coinsOf(source)).get('rft_id')).toBe(`info:doi/${doi}`);
    }),
  );
});

test('a DOI that ends in a sign of addresses leads to its page from every file', () => {
  const doi = '10.1002/(sici)1099-050x(199823/24)37:3/4<197::aid-hrm2>3.0.co;2-#';
  const source = made({ doi });
  const address = 'https://doi.org/10.1002/(sici)1099-050x(199823/24)37:3/4%3C197::aid-hrm2%3E3.0.co;2-%23';
  expect(officialAddress(source)?.url).toBe(address);
  expect(cslOf(source).URL).toBe(address);
  expect(risText([source])).toContain(`UR  - ${address}`);
  expect(bibtexText([source]).replaceAll('\\', '')).toContain(address);
});
