import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Files } from './invented-guide.ts';

/** Where lies what was built before. */
const ASIDE = '.cache/scale-aside';

/**
 * Takes a folder out of the way. Removed here and now, it would slow down what is measured next: for some minutes ext4 looks at
 * every number of a removed file before it gives it to a new one.
 */
export function putAside(folder: string): void {
  if (!existsSync(folder)) return;
  mkdirSync(ASIDE, { recursive: true });
  renameSync(folder, `${ASIDE}/${readdirSync(ASIDE).length}`);
}

/** Removes what was put aside: last. */
export const removeAside = (): void => rmSync(ASIDE, { recursive: true, force: true });

/** Writes files into a folder, in place of all that stood there. */
export function write(folder: string, files: Files): void {
  putAside(folder);
  for (const [path, text] of files) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true });
    writeFileSync(`${folder}/${path}`, text);
  }
}

export interface Cost {
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

/** What `npm run build` runs. */
export const OUR_BUILD = ['src/build/cli/build.ts'];

/**
 * Runs a build in a folder and measures it.
 *
 * @param script what Node runs there
 * @param out the folder in which it puts pages
 * @param gone folders that are put aside first
 * @throws Error with its output where it fails
 */
export async function measure(
  cwd: string,
  script: readonly string[],
  out: string,
  gone: readonly string[],
  env: Record<string, string>,
): Promise<Cost> {
  for (const folder of gone) putAside(folder);
  const command = [process.execPath, ...script];
  const [file, ...rest] = GNU_TIME ? ['/usr/bin/time', '-v', ...command] : command;
  // as in tests/site/builds.ts: settings of the address and of a runner of tests stay out
  const foreign =
    /^(SITE_URL|BASE_PATH|CONTENT_DIR|OUT_DIR|CACHE_DIR|NODE_OPTIONS|PDF|OFFLINE|LIST_PART|BASE_URL|MODE|DEV|PROD|SSR|TEST|VITEST.*)$/;
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
