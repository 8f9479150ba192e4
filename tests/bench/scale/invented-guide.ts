import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { readFiles } from '../../../src/guide/read/files.ts';
import { PAIRINGS } from '../../../src/guide/relations.ts';
import { SIDES } from '../../../src/lib/sides.ts';
import { capital } from '../../../src/lib/text.ts';
import { STANCES } from '../../../src/lib/voices.ts';
import { EVIDENCE_KINDS, FINDING_KINDS, type FindingKind } from '../../../src/schemas/kinds.ts';
import { addTeaching, DAY, numbered, teachingYaml } from './invented-lessons.ts';
import { ADJECTIVES, NOUNS, VERBS, type Writer, writer } from './invented-words.ts';

const FIXTURE = 'tests/fixtures/guide';

/** How many of each there are in a guide of about 470 pages; a lesson has five, and the ten figures of any guide two each. */
const SHARES = {
  findings: 25,
  links: 105,
  sources: 243,
  terms: 55,
  pages: 32,
  lessons: 4,
  quiz: 31,
  cases: 44,
  mechanisms: 35,
  changes: 27,
  documents: 7,
};
const WHOLE = SHARES.findings + SHARES.links + SHARES.sources + SHARES.pages + SHARES.cases + SHARES.documents + 5 * SHARES.lessons;
/** Kinds that are paired grow with the root of the size, since every pair is a page. */
const PAIRED: Partial<Record<FindingKind, number>> = { gaps: 7, strategies: 3, practices: 2, recommendations: 7 };

/** Texts by their paths. */
export type Files = Map<string, string>;
export const mdx = (front: object, body: string) => `---\n${stringify(front, { lineWidth: 0 })}---\n${body && `\n${body}`}`;

/** An invented guide of about so many pages: path below the folder -> text, and what the other build needs of it. */
export function inventGuide(size: number): {
  files: Files;
  data: { path: string; title: string; front: Record<string, unknown>; body: string }[];
} {
  const files: Files = new Map();
  const data: { path: string; title: string; front: Record<string, unknown>; body: string }[] = [];
  /** what readers type, by kind and id */
  const phrases = new Map<string, Record<string, unknown>>();
  const add = (path: string, title: string, { asked, ...front }: Record<string, unknown>, body = '') => {
    const [, kind, id] = /^(\w+)\/(.*)\.\w+$/.exec(path) as unknown as [string, string, string];
    if (asked) phrases.set(kind, Object.assign(phrases.get(kind) ?? {}, { [id]: asked }));
    files.set(path, path.endsWith('.yaml') ? stringify(front, { lineWidth: 0 }) : mdx(front, body));
    data.push({ path, title, front, body });
  };
  for (const { path, text } of readFiles(FIXTURE))
    if (/\/(guide\.yaml|pages\/.*|figures\/(?!tension\.).*)$/.test(path)) files.set(path.slice(FIXTURE.length + 1), text);

  const share = (part: number) => Math.round((size * part) / WHOLE);
  const root = Math.sqrt(size / WHOLE);
  const counts = Object.fromEntries(
    FINDING_KINDS.map((kind) => [kind, kind in PAIRED ? Math.max(1, Math.round((PAIRED[kind] as number) * root)) : 0]),
  ) as Record<FindingKind, number>;
  const rest = Math.max(2, share(SHARES.findings) - Object.values(counts).reduce((a, b) => a + b));
  counts.challenges = Math.ceil(rest / 2);
  counts.benefits = Math.floor(rest / 2);

  const idsOf = (kind: FindingKind) => numbered(kind.replace(/ies$/, 'y').replace(/s$/, ''), counts[kind]);
  const findings = FINDING_KINDS.flatMap((kind) => idsOf(kind).map((id, i) => ({ kind, id, ref: `${kind}/${id}`, order: i + 1 })));
  const terms = numbered('term', share(SHARES.terms));
  const sources = numbered('source', share(SHARES.sources) - 1);
  // every sentence of the study names every finding
  const study = parse(readFileSync(`${FIXTURE}/sources/invented-tools.yaml`, 'utf8')) as { sentences: { id: string; about?: string[] }[] };
  const sentenceIds = study.sentences.map(({ id }) => id);
  for (const sentence of study.sentences) sentence.about = findings.map(({ ref }) => ref);
  files.set('sources/invented-tools.yaml', stringify(study, { lineWidth: 0 }));

  /** which sources say something on a finding */
  const touching = new Map<string, string[]>();
  for (const id of sources) {
    const w = writer(`${size} sources/${id}`);
    const said = w.times(1 + w.below(2), (i) => {
      const on = [...new Set(w.times(1 + w.below(3), () => w.pick(findings).ref))];
      for (const ref of on) touching.set(ref, [...(touching.get(ref) ?? []), id]);
      return {
        id: `point-${i + 1}`,
        text: w.sentences(2),
        dated: String(2000 + w.below(24)),
        own: w.roll() < 0.8,
        on: on.map((to) => ({ to, stance: w.pick(['supports', 'supports', 'refines']), reason: w.sentence() })),
      };
    });
    const title = `${w.place()} and ${w.place()}: ${w.sentence().replace(/\.$/, '')}`;
    const number = id.replace(/\D/g, '');
    add(`sources/${id}.yaml`, title, {
      title,
      authors: w.times(1 + w.below(5), () => ({ given: w.place(), family: w.place() })),
      short: `${w.place()} ${number}`,
      year: 2000 + w.below(24),
      container: `Journal of ${w.place()} Lending`,
      volume: String(1 + w.below(90)),
      pages: `${w.below(400)}-${400 + w.below(90)}`,
      doi: `10.9999/lending.${number}`,
      kind: w.pick(EVIDENCE_KINDS),
      design: w.phrase(),
      setting: w.phrase(),
      read: 'abstract',
      overlap: 'none known',
      countries: [w.place()],
      findings: said,
      asked: w.times(6, w.phrase),
      reviewed: DAY,
    });
  }

  for (const id of terms) {
    const w = writer(`${size} glossary/${id}`);
    const term = `${w.place()} ${w.pick(ADJECTIVES)} ${w.pick(NOUNS)}`;
    add(`glossary/${id}.yaml`, term, {
      term,
      also: [w.place()],
      definition: w.sentences(2),
      group: w.pick(['tools', 'lending', 'people', 'methods', 'buildings']),
      see: [w.pick(findings).ref],
      asked: w.times(5, w.phrase),
    });
  }

  /** the body of a finding or a page: voices under headings, in about the real numbers */
  const body = (w: Writer, scale = 1): string => {
    const term = () => (terms.length && w.roll() < 0.35 ? ` See <Term id="${w.pick(terms)}">${w.pick(NOUNS)}</Term>.` : '');
    const ref = () => (w.roll() < 0.1 ? ` Compare <Ref to="${w.pick(findings).ref}" />.` : '');
    const block = (name: string, id: string, attributes: string, text: string) =>
      `<${name} id="${id}" ${attributes}>\n\n${text}${term()}${ref()}\n\n</${name}>\n`;
    const n = (average: number) => w.about(average * scale);
    return [
      '## What the study says\n',
      ...w.times(Math.max(1, n(1.3)), (i) =>
        block('Paper', i ? `named-${i}` : 'named', `at="${w.pick(sentenceIds)}"`, `${w.sentence()} ${w.sentences(1)}`),
      ),
      '## What it may look like\n',
      ...w.times(n(5.1), (i) =>
        block(
          'Editors',
          `guess-${i}`,
          `because="${w.sentence().replace(/\.$/, '').toLowerCase()}" from="${w.pick([...sentenceIds, '#named', w.pick(sources)])}"`,
          `${w.sentence('it may be that ')} ${w.sentences(2)}`,
        ),
      ),
      '## What others add\n',
      ...w.times(n(2.3), (i) => block('Others', `other-${i}`, `source="${w.pick(sources)}" stance="${w.pick(STANCES)}"`, w.sentences(2))),
      '## What is not reported\n',
      ...w.times(n(1.6), (i) => block('Unknown', `open-${i}`, `where="${w.sentence()}"`, w.sentence('whether '))),
    ].join('\n');
  };

  for (const { ref, order } of findings) {
    const w = writer(`${size} ${ref}`);
    const short = `${w.pick(NOUNS)} of ${w.place()}`;
    const title = `${w.pick(ADJECTIVES)} ${short}`;
    add(
      `${ref}.mdx`,
      title,
      {
        title,
        short,
        answer: { voice: 'paper', at: w.pick(sentenceIds), text: w.sentence() },
        recognise: w.sentence().replace(/\.$/, ''),
        aliases: w.times(25, () => `${w.pick(ADJECTIVES)} ${w.pick(NOUNS)}`),
        questions: w.times(5, () => `Which ${w.pick(NOUNS)} ${w.pick(VERBS)} ${w.thing()}?`),
        next: w
          .times(2, () => ({ to: w.pick(findings).ref, why: w.sentence() }))
          .filter(({ to }, i, all) => to !== ref && all.findIndex((n) => n.to === to) === i),
        order,
        reviewed: DAY,
        asked: w.times(50, w.phrase),
      },
      body(w),
    );
  }

  for (const { from, to } of PAIRINGS)
    for (const a of idsOf(from))
      for (const b of idsOf(to)) {
        const id = `${a}--${b}`;
        const w = writer(`${size} links/${id}`);
        const chance = w.roll();
        const near = [...(touching.get(`${from}/${a}`) ?? []), ...(touching.get(`${to}/${b}`) ?? [])];
        const state = chance < 0.53 ? 'linked' : chance < 0.57 ? 'contested' : chance < 0.98 ? 'not-linked' : 'not-assessed';
        const voice = state !== 'contested' && near.length > 0 && w.roll() < 0.35 ? 'others' : 'editors';
        const says = (source: string, stance: string, of: string) => ({ source, stance, 'speaks-of': of, says: w.sentences(2) });
        const fitting = state === 'linked' ? 'supports' : 'refines';
        const one = w.below(sources.length);
        const [first, second] = [sources[one], sources[(one + 1) % sources.length]] as [string, string];
        const carrying = w.pick(near);
        const cited =
          state === 'contested'
            ? [says(first, 'supports', 'pair'), says(second, 'contradicts', 'pair')]
            : [
                ...(voice === 'others' ? [says(carrying, fitting, 'pair')] : []),
                ...(w.roll() < 0.9 && first !== carrying ? [says(first, w.pick([fitting, 'refines']), 'one-end')] : []),
              ];
        const reason = w.sentence(voice === 'others' ? 'one of the texts holds that ' : 'we think it may be that ');
        const judged = {
          voice,
          reason,
          against: w.sentences(2),
          'would-change-our-mind': w.sentences(2),
          'rests-on': ['results-1', w.pick(sources)],
          judged: DAY,
        };
        const front =
          state === 'not-assessed' ? { state, reason, judged: DAY } : { state, ...judged, ...(cited.length && { sources: cited }) };
        add(`links/${id}.mdx`, `${a} and ${b}`, front, state !== 'not-assessed' && w.roll() < 0.05 ? body(w, 0.3) : '');
      }

  const extra = Math.max(0, share(SHARES.pages) - [...files.keys()].filter((path) => path.startsWith('pages/')).length);
  for (const id of numbered('note', extra)) {
    const w = writer(`${size} pages/${id}`);
    const title = `Note on ${w.place()} and ${w.place()}`;
    const each = w.roll() < 0.5;
    add(
      `pages/notes/${id}.mdx`,
      title,
      { title, description: w.sentence().slice(0, 150), voice: each ? 'each' : 'editors', reviewed: DAY, asked: w.times(20, w.phrase) },
      each ? body(w, 0.6) : w.times(6, (i) => `${i % 2 ? '' : `## About ${w.place()}\n\n`}${w.sentences(4)}\n`).join('\n'),
    );
  }

  for (const id of numbered('event', Math.max(1, share(SHARES.changes)))) {
    const w = writer(`${size} changes/${id}`);
    // two changes of one title are refused
    const title = `${capital(id.replace('-', ' '))}: the ${w.pick(NOUNS)} of ${w.place()}`;
    const date = `${2020 + w.below(6)}-0${1 + w.below(9)}`;
    const thread = `About ${w.pick(NOUNS)}`;
    add(`changes/${id}.yaml`, title, { title, date, thread, side: w.pick(SIDES), fact: `${w.pick(sources)}#point-1`, reviewed: DAY });
  }

  const about = parse(readFileSync(`${FIXTURE}/guide.yaml`, 'utf8')) as Record<'payers' | 'choosers', { id: string }[]>;
  const cases = numbered('case', Math.max(2, share(SHARES.cases)));
  for (const id of cases) {
    const w = writer(`${size} cases/${id}`);
    const short = `${w.place()} ${id.replace(/\D/g, '')}`;
    const told = [...new Set(w.times(5, () => `${w.pick(sources)}#point-1`))];
    const [first = ''] = told;
    add(`cases/${id}.yaml`, short, {
      name: `${short} and ${w.place()}`,
      short,
      organization: w.place(),
      country: w.place(),
      system: w.phrase(),
      telling: { text: w.sentence(), fact: first },
      payers: about.payers.slice(0, 1 + w.below(2)).map((payer) => ({ payer: payer.id, fact: first })),
      choosers: about.choosers.slice(0, w.below(2)).map((chooser) => ({ chooser: chooser.id, fact: first })),
      facts: { pays: told.slice(0, 2), chooses: told.slice(2, 3), limits: told.slice(3) },
      illustrates: [...new Set(w.times(3, () => w.pick(findings).ref))].map((to) => ({
        to,
        fact: first,
        why: w.sentence('it may be that '),
      })),
      unknown: w.times(2, () => w.sentence('whether ')),
      asked: w.times(5, w.phrase),
      reviewed: DAY,
    });
  }
  for (const id of numbered('way', Math.max(1, share(SHARES.mechanisms)))) {
    const w = writer(`${size} mechanisms/${id}`);
    const name = `${w.pick(ADJECTIVES)} ${w.pick(NOUNS)} of ${w.place()}`;
    add(`mechanisms/${id}.yaml`, name, {
      name,
      payer: w.place(),
      payers: [w.pick(about.payers).id],
      country: w.place(),
      'pays-for': w.phrase(),
      sum: w.phrase(),
      status: w.phrase(),
      'as-of': '2024',
      fact: `${w.pick(sources)}#point-1`,
      cases: [w.pick(cases)],
      'bears-on': [{ to: w.pick(findings).ref, why: w.sentence('it may be that ') }],
      reviewed: DAY,
    });
  }

  for (const [i, id] of numbered('sheet', Math.max(1, share(SHARES.documents))).entries()) {
    const w = writer(`${size} documents/${id}`);
    const title = `${w.pick(NOUNS)} sheet of ${w.place()} ${i + 1}`;
    const inferred = () => ({
      voice: 'editors',
      because: w.sentence().replace(/\.$/, '').toLowerCase(),
      from: w.pick(sentenceIds),
      text: w.sentence('it may be that '),
    });
    add(`documents/${id}.yaml`, title, {
      title,
      answer: inferred(),
      for: w.phrase(),
      parts: w.times(5, (n) => ({
        id: `part-${n}`,
        heading: w.phrase(),
        why: [{ id: `why-${n}`, ...inferred() }],
        fields: [
          { type: 'line', label: w.phrase() },
          { type: 'table', columns: [w.phrase(), w.phrase()], rows: w.times(3, () => [w.phrase()]) },
        ],
      })),
      order: i + 1,
      asked: w.times(5, w.phrase),
      reviewed: DAY,
    });
  }

  addTeaching({ size, add, idsOf, findings, sources, sentenceIds, quiz: share(SHARES.quiz), lessons: share(SHARES.lessons) });
  files.set('teaching.yaml', teachingYaml(sources));

  const w = writer(`${size} words`);
  for (const [kind, asked] of phrases) files.set(`asked/${kind}.yaml`, stringify(asked, { lineWidth: 0 }));
  files.set('words.yaml', stringify(w.times(40, () => ({ word: `${w.place()}ish`, instead: 'a plain word', why: 'it is invented' }))));
  files.set('synonyms.yaml', stringify(w.times(36, () => w.times(6, () => w.pick(NOUNS)))));
  return { files, data };
}
