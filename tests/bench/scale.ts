/**
 * `npm run bench:scale`: builds invented guides of about 100, 1,000, 5,000 and 10,000 pages and prints time, memory, cost a page and
 * the part that is the gateway's; then builds the same texts at 1,000 by turns: ours whole, ours again with nothing changed, ours
 * again after a word was added to a page, ours without PDFs, ours bare of what Starlight does not make (pictures, documents, books, data, twins, copies for devices), and Starlight; and prints the ratios of medians.
 *
 * Options: `--sizes=100,1000,5000,10000` (may be empty), `--runs=3` (of the comparison; 0 leaves it out), `--plain` (voices as blockquotes on the
 * other side, not components), `--sidebar=short` (a short sidebar there, not the whole tree that is its default), `--no-build`
 * (writes both sides and times the gateway alone), `--least` (the same, of the smallest guide).
 *
 * Every build but those that come again is cold: output and caches are put aside first, as on a machine that has built nothing yet. Nothing else should run meanwhile; where it does, only the ratios
 * of one run tell something. Starlight is fetched by npm into .cache/scale, once.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { buildGuide } from '../../src/guide/build.ts';
import { readFiles } from '../../src/guide/read/files.ts';
import { median } from './median.ts';
import { BARE, writeBare } from './scale/bare.ts';
import { inventGuide } from './scale/invented-guide.ts';
import { type Cost, measure, OUR_BUILD, removeAside, write } from './scale/measure.ts';
import { buildStarlight, installStarlight, writeStarlight } from './scale/starlight.ts';
import { LEAST, sized } from './sized.ts';

const FOLDER = '.cache/scale';
const TARGETS = { whole: 0.85, warm: 0.5, bare: 0.5, memory: 1, growth: 1.2, share: 0.1 };

/** Counts how often a build reads guide.yaml as text, which is how often it builds the guide; what only hashes it reads bytes. */
const counter = (file: string) =>
  `--import=data:text/javascript,${encodeURIComponent(
    `import fs from 'node:fs';import { syncBuiltinESMExports } from 'node:module';
     const read = fs.readFileSync; let n = 0;
     fs.readFileSync = (...a) => { if (String(a[0]).endsWith('/guide.yaml') && a[1]) n++; return read(...a); };
     syncBuiltinESMExports(); process.on('exit', () => fs.appendFileSync(${JSON.stringify(file)}, n + ' '));`,
  )}`;

const contentOf = (size: number) => `${FOLDER}/content-${size}`;

/** How a build begins: as the first one, as one after an edit, or as one for which nothing has changed. */
type Begins = 'cold' | 'edited' | 'unchanged';

/** Lets the first gap of a guide say one word more. */
function edit(content: string): void {
  const file = `${content}/gaps/gap-1.mdx`;
  const before = readFileSync(file, 'utf8');
  const after = before.replace(/^( {2}text: .*)\.$/m, '$1 again.');
  if (after === before) throw new Error(`${file} has no answer that could say a word more.`);
  writeFileSync(file, after);
}

async function buildOurs(size: number, begins: Begins = 'cold', more: Record<string, string> = {}): Promise<Cost & { reads: number }> {
  const reads = `${process.cwd()}/${FOLDER}/reads-${size}.txt`;
  writeFileSync(reads, '');
  if (begins === 'edited') edit(contentOf(size));
  const out = `${FOLDER}/out-${size}`;
  const cost = await measure('.', OUR_BUILD, out, begins === 'cold' ? [out, `${FOLDER}/cache-${size}`] : [], {
    CONTENT_DIR: contentOf(size),
    OUT_DIR: out,
    CACHE_DIR: `${FOLDER}/cache-${size}`,
    SITE_URL: 'https://guide.example',
    NODE_OPTIONS: counter(reads),
    ...more,
  });
  const sum = readFileSync(reads, 'utf8')
    .split(' ')
    .reduce((all, n) => all + Number(n), 0);
  return { ...cost, reads: sum };
}

/** Seconds that reading, checking and linking the guide takes, in a process of its own: the first time, its CPU time, the median of five. */
function gateway(size: number): { first: number; cpu: number; middle: number } {
  const here = new URL(import.meta.url).pathname;
  const run = spawnSync(process.execPath, [here, `--gateway=${contentOf(size)}`, ...(LEAST ? ['--least'] : [])], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`The guide of ${size} does not pass its checks.\n${run.stderr.slice(0, 3000)}`);
  return JSON.parse(run.stdout);
}

function timeGateway(folder: string): void {
  const runs = Array.from({ length: sized(5, 1) }, () => {
    const start = performance.now();
    const before = process.cpuUsage();
    buildGuide(readFiles(folder), folder);
    const { user, system } = process.cpuUsage(before);
    return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
  });
  console.log(JSON.stringify({ first: runs[0]?.wall, cpu: runs[0]?.cpu, middle: median(runs.map(({ wall }) => wall)) }));
}

const option = (name: string, or: string) => process.argv.find((a) => a.startsWith(`--${name}=`))?.slice(name.length + 3) ?? or;
const has = (name: string) => process.argv.includes(`--${name}`);
const fixed = (n: number, places = 1) => n.toFixed(places);
const verdict = (value: number, most: number) => (value <= most ? 'met' : 'MISSED');
const costLine = (name: string, { wall, cpu, memory, pages }: Cost) =>
  `${name}: ${fixed(wall)} s, CPU ${fixed(cpu)} s, ${fixed(memory, 0)} MB at most, ${pages} pages, ${fixed((1000 * wall) / pages)} ms and ${fixed((1000 * cpu) / pages)} ms CPU a page`;

async function main(): Promise<void> {
  const sizes = option('sizes', LEAST ? '50' : '100,1000,5000,10000')
    .split(',')
    .filter(Boolean)
    .map(Number);
  const runs = Number(option('runs', LEAST ? '0' : '3'));
  const plain = has('plain');
  const short = option('sidebar', 'whole') === 'short';
  let before: (Cost & { size: number }) | undefined;
  for (const size of sizes) {
    write(contentOf(size), inventGuide(size).files);
    const { first, cpu: gatewayCpu, middle } = gateway(size);
    const gatewayTimes = `gateway, rules and links: ${fixed(first, 2)} s the first time, median ${fixed(middle, 2)} s`;
    if (LEAST || has('no-build')) {
      writeStarlight(size, plain, short);
      console.log(`${size}: ${gatewayTimes}`);
      continue;
    }
    const cost = await buildOurs(size);
    console.log(costLine(`ours, ${size}`, cost));
    const share = (first * cost.reads) / cost.wall;
    console.log(
      `  ${gatewayTimes}, ${cost.reads} times in a build: ${fixed(100 * share)} % of its time (at most ${100 * TARGETS.share} %: ${verdict(share, TARGETS.share)}), ${fixed((100 * gatewayCpu * cost.reads) / cost.cpu)} % of its CPU time`,
    );
    if (before) {
      const wall = cost.wall / cost.pages / (before.wall / before.pages);
      const cpu = cost.cpu / cost.pages / (before.cpu / before.pages);
      const target = before.size === 1000 ? ` (at most ${TARGETS.growth}: ${verdict(wall, TARGETS.growth)})` : '';
      console.log(`  a page costs ${fixed(wall, 2)} times what it cost at ${before.size}${target}, in CPU ${fixed(cpu, 2)} times`);
    }
    // larger guides are held to the one of 1,000
    if (before?.size !== 1000) before = { ...cost, size };
  }
  if (runs === 0) return;
  const size = 1000;
  write(contentOf(size), inventGuide(size).files);
  writeBare(contentOf(size));
  installStarlight();
  writeStarlight(size, plain, short);
  const sides: [name: string, build: () => Promise<Cost>][] = [
    ['ours', () => buildOurs(size)],
    ['ours, unchanged', () => buildOurs(size, 'unchanged')],
    ['ours, edited', () => buildOurs(size, 'edited')],
    ['ours without PDFs', () => buildOurs(size, 'cold', { PDF: 'no' })],
    [
      'ours, bare',
      () =>
        measure(BARE, OUR_BUILD, `${BARE}/dist`, [`${BARE}/dist`, `${BARE}/.cache`], {
          SITE_URL: 'https://guide.example',
          PDF: 'no',
          OFFLINE: 'no',
        }),
    ],
    ['Starlight', () => buildStarlight()],
  ];
  const costs = sides.map((): Cost[] => []);
  for (let run = 1; run <= runs; run++)
    for (const [i, [name, build]] of sides.entries()) {
      const cost = await build();
      costs[i]?.push(cost);
      console.log(costLine(`run ${run}, ${name}`, cost));
    }
  const [whole = [], unchanged = [], edited = [], unprinted = [], bare = [], theirs = []] = costs;
  const ratio = (ours: Cost[], of: (cost: Cost) => number) => median(ours.map(of)) / median(theirs.map(of));
  for (const [name, ours, most] of [
    ['whole', whole, TARGETS.whole],
    ['with nothing changed', unchanged, TARGETS.warm],
    ['after an edit', edited, TARGETS.warm],
    ['without PDFs', unprinted, TARGETS.whole],
    ['bare', bare, TARGETS.bare],
  ] as const) {
    const [wall, cpu, memory] = [ratio(ours, (cost) => cost.wall), ratio(ours, (cost) => cost.cpu), ratio(ours, (cost) => cost.memory)];
    console.log(
      `ours ${name}: ${fixed(wall, 2)} of Starlight's time, medians of ${runs} (at most ${most}: ${verdict(wall, most)}); of its CPU time ${fixed(cpu, 2)}; of its memory ${fixed(memory, 2)} (at most ${TARGETS.memory}: ${verdict(memory, TARGETS.memory)})`,
    );
  }
}

const folder = option('gateway', '');
if (folder) timeGateway(folder);
else
  try {
    await main();
  } finally {
    removeAside();
  }
