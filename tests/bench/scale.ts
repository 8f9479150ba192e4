/**
 * `npm run bench:scale`: builds invented guides of about 100, 1,000 and 5,000 pages and prints time, memory, cost a page and
 * the part that is the gateway's; then builds the same texts at 1,000 with Starlight, by turns, and prints the ratio of medians.
 *
 * Options: `--sizes=100,1000,5000` (may be empty), `--runs=3` (of the comparison; 0 leaves it out), `--plain` (voices as blockquotes on the
 * other side, not components), `--sidebar=short` (a short sidebar there, not the whole tree that is its default).
 *
 * Every build is cold: output and caches are removed first. Nothing else should run meanwhile; where it does, only the ratios
 * of one run tell something. Starlight is fetched by npm into .cache/scale, once.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';
import { buildGuide } from '../../src/guide/build.ts';
import { readFiles } from '../../src/guide/read/files.ts';
import { PAIRINGS } from '../../src/guide/relations.ts';
import { STANCES } from '../../src/lib/voices.ts';
import { EVIDENCE_KINDS, FINDING_KINDS, type FindingKind } from '../../src/schemas/kinds.ts';
import { median } from './median.ts';

const FOLDER = '.cache/scale';
const FIXTURE = 'tests/fixtures/guide';
const STARLIGHT = '0.42.4';
const TARGETS = { starlight: 0.85, growth: 1.3, share: 0.1 };

/** How many of each there are in a guide of 211 pages. */
const SHARES = { findings: 25, links: 105, sources: 62, terms: 55, pages: 19 };
const WHOLE = SHARES.findings + SHARES.links + SHARES.sources + SHARES.pages;
/** Kinds that are paired grow with the root of the size, since every pair is a page. */
const PAIRED: Partial<Record<FindingKind, number>> = { gaps: 7, strategies: 3, practices: 2, recommendations: 7 };

// ---------------------------------------------------------------- invented texts

const NOUNS =
  'drill library borrower shelf ladder saw clamp counter manual deposit evening branch neighbor repair workshop plan season waiting list tool rota key drawer bench lamp hinge fence roof garden budget meeting letter volunteer schedule rule permit catalog receipt box wheel engine pump wrench vise chisel plane mallet brush glue nail screw bolt bracket beam tile pipe cable switch meter gauge level file rasp anvil forge kiln loom spindle needle thread cloth apron glove boot helmet mask'.split(
    ' ',
  );
const VERBS =
  'lends keeps moves delays shares repairs counts returns stores orders marks opens closes follows checks lists needs uses plans pays saves trades carries fixes'.split(
    ' ',
  );
const ADJECTIVES =
  'early late small shared borrowed rusty heavy plain local busy quiet spare sturdy narrow open closed regular seasonal careful patient public private old new common simple'.split(
    ' ',
  );
const JOINTS = 'while because although unless where before after'.split(' ');
const SYLLABLES = 'bra del fen gor hal kin lum mar nor pel quin ros sten tav und ver wex yar zel ash'.split(' ');

/** A generator of numbers below one, always the same for a name (mulberry32 on a hash of it). */
function dice(name: string): () => number {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0, 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Texts and choices for one entry. */
function writer(name: string) {
  const roll = dice(name);
  const below = (n: number) => Math.floor(roll() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
  const place = () => {
    const name = times(2 + below(2), () => pick(SYLLABLES)).join('');
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  const thing = () => `the ${roll() < 0.6 ? `${pick(ADJECTIVES)} ` : ''}${pick(NOUNS)}${roll() < 0.25 ? ` of ${place()}` : ''}`;
  const clause = () => `${thing()} ${pick(VERBS)} ${thing()}`;
  const sentence = (start = '') => {
    const text = `${start}${clause()}${roll() < 0.7 ? ` ${pick(JOINTS)} ${clause()}` : ''}.`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const sentences = (n: number) => times(n, () => sentence()).join(' ');
  const phrase = () => `${pick(ADJECTIVES)} ${pick(NOUNS)} ${pick(VERBS)} ${pick(ADJECTIVES)} ${pick(NOUNS)}`;
  /** as many as the average says, one more or fewer */
  const about = (average: number) => Math.max(0, Math.floor(average + roll()));
  return { roll, below, pick, times, place, thing, sentence, sentences, phrase, about };
}

// ---------------------------------------------------------------- the guide

type Files = Map<string, string>;
const mdx = (front: object, body: string) => `---\n${stringify(front, { lineWidth: 0 })}---\n${body && `\n${body}`}`;
const DAY = '2025-01-31';

/** An invented guide of about so many pages: path below the folder -> text, and what the other build needs of it. */
function inventGuide(size: number): {
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
    if (/\/(guide\.yaml|sources\/invented-tools\.yaml|pages\/.*)$/.test(path)) files.set(path.slice(FIXTURE.length + 1), text);

  const share = (part: number) => Math.round((size * part) / WHOLE);
  const root = Math.sqrt(size / WHOLE);
  const counts = Object.fromEntries(
    FINDING_KINDS.map((kind) => [kind, kind in PAIRED ? Math.max(1, Math.round((PAIRED[kind] as number) * root)) : 0]),
  ) as Record<FindingKind, number>;
  const rest = Math.max(2, share(SHARES.findings) - Object.values(counts).reduce((a, b) => a + b));
  counts.challenges = Math.ceil(rest / 2);
  counts.benefits = Math.floor(rest / 2);

  const numbered = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}-${i + 1}`);
  const idsOf = (kind: FindingKind) => numbered(kind.replace(/ies$/, 'y').replace(/s$/, ''), counts[kind]);
  const findings = FINDING_KINDS.flatMap((kind) => idsOf(kind).map((id, i) => ({ kind, id, ref: `${kind}/${id}`, order: i + 1 })));
  const terms = numbered('term', share(SHARES.terms));
  const sources = numbered('source', share(SHARES.sources) - 1);
  const sentenceIds = ['purpose-1', 'method-1', 'results-1', 'conclusions-1'];

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
        on: on.map((to) => ({ to, stance: w.pick(['supports', 'supports', 'refines']), reason: w.sentence() })),
      };
    });
    const title = `${w.place()} and ${w.place()}: ${w.sentence().replace(/\.$/, '')}`;
    const number = id.replace(/\D/g, '');
    add(`sources/${id}.yaml`, title, {
      title,
      authors: w.times(1 + w.below(5), () => ({ given: w.place(), family: w.place() })),
      short: `${w.place()} et al. ${number}`,
      year: 2000 + w.below(24),
      container: `Journal of ${w.place()} Lending`,
      volume: String(1 + w.below(90)),
      pages: `${w.below(400)}-${400 + w.below(90)}`,
      doi: `10.9999/invented.${number}`,
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
    const term = `${w.place()} ${w.pick(NOUNS)}`;
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
  const body = (w: ReturnType<typeof writer>, scale = 1): string => {
    const term = () => (terms.length && w.roll() < 0.35 ? ` See <Term id="${w.pick(terms)}">${w.pick(NOUNS)}</Term>.` : '');
    const ref = () => (w.roll() < 0.1 ? ` Compare <Ref to="${w.pick(findings).ref}" />.` : '');
    const block = (name: string, id: string, attributes: string, text: string) =>
      `<${name} id="${id}" ${attributes}>\n\n${text}${term()}${ref()}\n\n</${name}>\n`;
    const n = (average: number) => w.about(average * scale);
    return [
      '## What the study says\n',
      ...w.times(Math.max(1, n(1.3)), (i) =>
        block(
          'Paper',
          i ? `named-${i}` : 'named',
          `at="${w.pick(sentenceIds)}"`,
          `${w.sentence('the study reports that ')} ${w.sentences(1)}`,
        ),
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
    const title = `${w.pick(ADJECTIVES)} ${w.pick(NOUNS)} of ${w.place()}`;
    add(
      `${ref}.mdx`,
      title,
      {
        title,
        short: `${w.pick(NOUNS)} ${order}`,
        answer: { voice: 'paper', at: w.pick(sentenceIds), text: w.sentence('the study reports that ') },
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
        const voice = near.length > 0 && w.roll() < 0.35 ? 'others' : 'editors';
        const cited = [
          ...new Set([
            ...(voice === 'others' || (near.length && w.roll() < 0.4) ? [w.pick(near)] : []),
            ...(w.roll() < 0.9 ? [w.pick(sources)] : []),
          ]),
        ];
        const says = cited.map((source) => ({ source, stance: w.pick(['supports', 'refines']), says: w.sentences(2) }));
        const reason = w.sentence(voice === 'others' ? 'one of the texts holds that ' : 'we think it may be that ');
        const judged = {
          voice,
          reason,
          against: w.sentences(2),
          'would-change-our-mind': w.sentences(2),
          'rests-on': ['results-1', w.pick(sources)],
          judged: DAY,
        };
        const state = chance < 0.53 ? 'linked' : chance < 0.57 && says.length ? 'contested' : chance < 0.98 ? 'not-linked' : 'not-assessed';
        const front =
          state === 'not-assessed' ? { state, reason, judged: DAY } : { state, ...judged, ...(says.length && { sources: says }) };
        add(`links/${id}.mdx`, `${a} and ${b}`, front, state !== 'not-assessed' && w.roll() < 0.05 ? body(w, 0.3) : '');
      }

  const extra = Math.max(0, share(SHARES.pages) - [...files.keys()].filter((path) => path.startsWith('pages/')).length);
  for (const id of numbered('note', extra)) {
    const w = writer(`${size} pages/${id}`);
    const title = `Note on ${w.place()}`;
    const each = w.roll() < 0.5;
    add(
      `pages/notes/${id}.mdx`,
      title,
      { title, description: w.sentence().slice(0, 150), voice: each ? 'each' : 'editors', reviewed: DAY, asked: w.times(20, w.phrase) },
      each ? body(w, 0.6) : w.times(6, (i) => `${i % 2 ? '' : `## About ${w.place()}\n\n`}${w.sentences(4)}\n`).join('\n'),
    );
  }

  const w = writer(`${size} words`);
  for (const [kind, asked] of phrases) files.set(`asked/${kind}.yaml`, stringify(asked, { lineWidth: 0 }));
  files.set('words.yaml', stringify(w.times(40, () => ({ word: `${w.place()}ish`, instead: 'a plain word', why: 'it is invented' }))));
  files.set('synonyms.yaml', stringify(w.times(36, () => w.times(6, () => w.pick(NOUNS)))));
  return { files, data };
}

function write(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
    writeFileSync(`${folder}/${path}`, text);
  }
}

// ---------------------------------------------------------------- building and measuring

interface Cost {
  /** seconds */
  wall: number;
  /** seconds, user and system, with children */
  cpu: number;
  /** megabytes, of the largest process */
  memory: number;
  pages: number;
  output: string;
}

const GNU_TIME = existsSync('/usr/bin/time') && spawnSync('/usr/bin/time', ['-v', 'true']).status === 0;

/** Runs a build in a folder and measures it; throws with its output where it fails. */
async function measure(cwd: string, out: string, cache: string, env: Record<string, string>): Promise<Cost> {
  rmSync(out, { recursive: true, force: true });
  rmSync(cache, { recursive: true, force: true });
  const command = [process.execPath, 'node_modules/astro/bin/astro.mjs', 'build'];
  const [file, ...rest] = GNU_TIME ? ['/usr/bin/time', '-v', ...command] : command;
  // as in tests/site/builds.ts: settings of the address and of a runner of tests stay out
  const foreign = /^(SITE_URL|BASE_PATH|CONTENT_DIR|OUT_DIR|CACHE_DIR|NODE_OPTIONS|BASE_URL|MODE|DEV|PROD|SSR|TEST|VITEST.*)$/;
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  const start = performance.now();
  const child = spawn(file as string, rest, { cwd, env: { ...own, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  let sampled = { cpu: Number.NaN, memory: Number.NaN };
  const timer = GNU_TIME ? undefined : setInterval(() => (sampled = sample(child.pid as number) ?? sampled), 100);
  const status = await new Promise((done) => child.on('close', done));
  const wall = (performance.now() - start) / 1000;
  clearInterval(timer);
  if (status !== 0) throw new Error(`The build in ${cwd} failed.\n${output.slice(-4000)}`);
  const told = (name: string) => Number(new RegExp(`${name}.*: ([\\d.]+)`).exec(output)?.[1]);
  const { cpu, memory } = GNU_TIME
    ? { cpu: told('User time') + told('System time'), memory: told('Maximum resident set size') / 1024 }
    : sampled;
  const pages = readdirSync(out, { recursive: true }).filter((name) => String(name).endsWith('.html')).length;
  return { wall, cpu, memory, pages, output };
}

/** Without GNU time: what Linux tells of a process while it runs. */
function sample(pid: number): { cpu: number; memory: number } | undefined {
  try {
    const times = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
      .slice(11, 15);
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { cpu: times.reduce((sum, ticks) => sum + Number(ticks), 0) / 100, memory: Number(peak) / 1024 };
  } catch {
    return undefined;
  }
}

/** Counts how often a build reads guide.yaml, which is how often it builds the guide. */
const counter = (file: string) =>
  `--import=data:text/javascript,${encodeURIComponent(
    `import fs from 'node:fs';import { syncBuiltinESMExports } from 'node:module';
     const read = fs.readFileSync; let n = 0;
     fs.readFileSync = (...a) => { if (String(a[0]).endsWith('/guide.yaml')) n++; return read(...a); };
     syncBuiltinESMExports(); process.on('exit', () => fs.appendFileSync(${JSON.stringify(file)}, n + ' '));`,
  )}`;

const contentOf = (size: number) => `${FOLDER}/content-${size}`;

async function buildOurs(size: number): Promise<Cost & { reads: number }> {
  const reads = `${process.cwd()}/${FOLDER}/reads-${size}.txt`;
  writeFileSync(reads, '');
  const cost = await measure('.', `${FOLDER}/out-${size}`, `${FOLDER}/cache-${size}`, {
    CONTENT_DIR: contentOf(size),
    OUT_DIR: `${FOLDER}/out-${size}`,
    CACHE_DIR: `${FOLDER}/cache-${size}`,
    SITE_URL: 'https://guide.example',
    NODE_OPTIONS: counter(reads),
  });
  const sum = readFileSync(reads, 'utf8')
    .split(' ')
    .reduce((all, n) => all + Number(n), 0);
  return { ...cost, reads: sum };
}

/** Seconds that reading, checking and linking the guide takes, in a process of its own: the first time, its CPU time, the median of five. */
function gateway(size: number): { first: number; cpu: number; middle: number } {
  const here = new URL(import.meta.url).pathname;
  const run = spawnSync(process.execPath, [here, `--gateway=${contentOf(size)}`], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The guide of ${size} does not pass its checks.\n${run.stderr.slice(0, 3000)}`);
  return JSON.parse(run.stdout);
}

function timeGateway(folder: string): void {
  const runs = Array.from({ length: 5 }, () => {
    const start = performance.now();
    const before = process.cpuUsage();
    buildGuide(readFiles(folder), folder);
    const { user, system } = process.cpuUsage(before);
    return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
  });
  console.log(JSON.stringify({ first: runs[0]?.wall, cpu: runs[0]?.cpu, middle: median(runs.map(({ wall }) => wall)) }));
}

// ---------------------------------------------------------------- the same texts in Starlight

/** Voice components without anything of ours but their look: a mark and a text. */
const COMPONENTS: Record<string, string> = {
  ...Object.fromEntries(
    [
      ['Paper', 'The study tells'],
      ['Others', 'Elsewhere'],
      ['Editors', 'We guess'],
      ['Unknown', 'Nobody says'],
    ].map(([name, label]) => [
      name,
      `---\nconst { id, ...rest } = Astro.props;\n---\n<div class="voice" id={id}><p><b>${label}</b></p><slot />{Object.values(rest).length > 0 && <p><small>{Object.values(rest).join('. ')}</small></p>}</div>\n`,
    ]),
  ),
  Term: `---\nconst { id } = Astro.props;\n---\n<a href={\`/glossary/#\${id}\`}><slot /></a>\n`,
  Ref: `---\nconst { to } = Astro.props;\n---\n<a href={\`/\${to}/\`}>{to}</a>\n`,
};

const blockquotes = (body: string): string =>
  body
    .replace(/<Term id="([^"]+)">([^<]*)<\/Term>/g, '[$2](/glossary/#$1)')
    .replace(/<Ref to="([^"]+)" \/>/g, '[$1](/$1/)')
    .replace(/<(Paper|Others|Editors|Unknown) id="[^"]+" ([^\n]*)>\n\n([\s\S]*?)\n\n<\/\1>/g, (_, name, attributes, text) => {
      const values = [...String(attributes).matchAll(/="([^"]*)"/g)].map(([, value]) => value);
      return `> **${name}**\n>\n> ${text}\n>\n> ${values.join('. ')}`;
    });

type Front = Record<string, unknown> & {
  answer?: { text: string };
  questions?: string[];
  next?: { to: string; why: string }[];
  reason?: string;
  against?: string;
  sources?: { source: string; stance: string; says: string }[];
  findings?: { text: string; on: { to: string; stance: string; reason: string }[] }[];
  authors?: { given: string; family: string }[];
};

function starlightText(path: string, front: Front, body: string): string {
  const parts: string[] = [];
  if (path.startsWith('sources/')) {
    const fields = ['container', 'year', 'volume', 'pages', 'doi', 'kind', 'design', 'setting', 'read'];
    parts.push(
      `${(front.authors ?? []).map(({ given, family }) => `${given} ${family}`).join(', ')}.`,
      fields.map((field) => `- **${field}**: ${front[field]}`).join('\n'),
      '## What it says',
    );
    for (const { text, on } of front.findings ?? [])
      parts.push(text, on.map(({ to, stance, reason }) => `- ${stance} [${to}](/${to}/): ${reason}`).join('\n'));
  }
  if (front.answer) parts.push(front.answer.text);
  if (front.reason) parts.push(front.reason);
  if (front.against)
    parts.push('## What speaks against it', front.against, '## What would change our mind', String(front['would-change-our-mind']));
  if (front.sources)
    parts.push(
      '## What sources say',
      ...front.sources.map(({ source, stance, says }) => `${says} [${source}](/sources/${source}/), ${stance}.`),
    );
  if (body) parts.push(body.trim());
  if (front.questions) parts.push('## Questions', front.questions.map((question, i) => `${i + 1}. ${question}`).join('\n'));
  if (front.next?.length) parts.push('## Read next', front.next.map(({ to, why }) => `- [${to}](/${to}/): ${why}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function writeStarlight(size: number, plain: boolean, short: boolean): void {
  const { data } = inventGuide(size);
  const folder = `${FOLDER}/starlight`;
  const docs: Files = new Map();
  const components = plain ? [] : Object.keys(COMPONENTS);
  const page = (path: string, title: string, description: string, text: string) => {
    const up = '../'.repeat(path.split('/').length + 1);
    const used = components.filter((name) => text.includes(`<${name} `));
    const imports = used.map((name) => `import ${name} from '${up}components/${name}.astro';`).join('\n');
    docs.set(`${path}.mdx`, mdx({ title, description }, `${imports && `${imports}\n\n`}${plain ? blockquotes(text) : text}`));
  };
  for (const { path, title, front, body } of data)
    if (!path.startsWith('glossary/') && front.state !== 'not-assessed')
      page(path.replace(/^pages\//, '').replace(/\.\w+$/, ''), title, title, starlightText(path, front, body));
  const terms = data.filter(({ path }) => path.startsWith('glossary/'));
  page('glossary', 'Glossary', 'All terms', terms.map(({ title, front }) => `### ${title}\n\n${front.definition}\n`).join('\n'));
  page('index', 'Home', 'The guide', 'An invented guide.\n');
  write(`${folder}/src/content/docs`, docs);
  write(`${folder}/src/components`, new Map(Object.entries(COMPONENTS).map(([name, text]) => [`${name}.astro`, text])));
  writeFileSync(
    `${folder}/src/content.config.ts`,
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
  );
  const sidebar = short ? `, sidebar: [{ label: 'Home', slug: 'index' }, { label: 'Glossary', slug: 'glossary' }]` : '';
  writeFileSync(
    `${folder}/astro.config.mjs`,
    `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ site: 'https://guide.example', cacheDir: './.cache', integrations: [starlight({ title: 'Borrowing a drill'${sidebar} })] });\n`,
  );
}

function installStarlight(): void {
  const folder = `${FOLDER}/starlight`;
  mkdirSync(folder, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const wanted = JSON.stringify({
    name: 'scale-starlight',
    private: true,
    type: 'module',
    dependencies: { '@astrojs/starlight': STARLIGHT, astro: dependencies.astro },
  });
  const file = `${folder}/package.json`;
  if (existsSync(`${folder}/node_modules/@astrojs/starlight`) && existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  writeFileSync(file, wanted);
  console.log(`fetching Starlight ${STARLIGHT} and Astro ${dependencies.astro} into ${folder} ...`);
  const run = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`npm could not fetch Starlight.\n${run.stderr}`);
}

const buildStarlight = () => measure(`${FOLDER}/starlight`, `${FOLDER}/starlight/dist`, `${FOLDER}/starlight/.cache`, {});

// ---------------------------------------------------------------- the run

const option = (name: string, or: string) => process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? or;
const has = (name: string) => process.argv.includes(`--${name}`);
const fixed = (n: number, places = 1) => n.toFixed(places);
const verdict = (value: number, most: number) => (value <= most ? 'met' : 'MISSED');
const costLine = (name: string, { wall, cpu, memory, pages }: Cost) =>
  `${name}: ${fixed(wall)} s, CPU ${fixed(cpu)} s, ${fixed(memory, 0)} MB at most, ${pages} pages, ${fixed((1000 * wall) / pages)} ms and ${fixed((1000 * cpu) / pages)} ms CPU a page`;

async function main(): Promise<void> {
  const sizes = option('sizes', '100,1000,5000').split(',').filter(Boolean).map(Number);
  const runs = Number(option('runs', '3'));
  let before: (Cost & { size: number }) | undefined;
  for (const size of sizes) {
    write(contentOf(size), inventGuide(size).files);
    const cost = await buildOurs(size);
    console.log(costLine(`ours, ${size}`, cost));
    const { first, cpu: gatewayCpu, middle } = gateway(size);
    const share = (first * cost.reads) / cost.wall;
    console.log(
      `  gateway, rules and links: ${fixed(first, 2)} s the first time, median ${fixed(middle, 2)} s, ${cost.reads} times in a build: ${fixed(100 * share)} % of its time (at most ${100 * TARGETS.share} %: ${verdict(share, TARGETS.share)}), ${fixed((100 * gatewayCpu * cost.reads) / cost.cpu)} % of its CPU time`,
    );
    if (before) {
      const wall = cost.wall / cost.pages / (before.wall / before.pages);
      const cpu = cost.cpu / cost.pages / (before.cpu / before.pages);
      const target = before.size === 1000 ? ` (at most ${TARGETS.growth}: ${verdict(wall, TARGETS.growth)})` : '';
      console.log(`  a page costs ${fixed(wall, 2)} times what it cost at ${before.size}${target}, in CPU ${fixed(cpu, 2)} times`);
    }
    before = { ...cost, size };
  }
  if (runs === 0) return;
  const size = 1000;
  write(contentOf(size), inventGuide(size).files);
  installStarlight();
  writeStarlight(size, has('plain'), option('sidebar', 'whole') === 'short');
  const ours: Cost[] = [];
  const theirs: Cost[] = [];
  for (let run = 1; run <= runs; run++) {
    ours.push(await buildOurs(size));
    console.log(costLine(`run ${run}, ours`, ours.at(-1) as Cost));
    theirs.push(await buildStarlight());
    console.log(costLine(`run ${run}, Starlight`, theirs.at(-1) as Cost));
  }
  const ratio = (of: (cost: Cost) => number) => median(ours.map(of)) / median(theirs.map(of));
  const wall = ratio((cost) => cost.wall);
  console.log(
    `ours takes ${fixed(wall, 2)} of Starlight's time, medians of ${runs} (at most ${TARGETS.starlight}: ${verdict(wall, TARGETS.starlight)}); of its CPU time ${fixed(
      ratio((cost) => cost.cpu),
      2,
    )}; of its memory ${fixed(
      ratio((cost) => cost.memory),
      2,
    )}`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = option('gateway', '');
  if (folder) timeGateway(folder);
  else await main();
}
