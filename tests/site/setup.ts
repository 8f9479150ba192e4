import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from './browser.ts';
import { BUILDS, type Build, build } from './builds.ts';

/** A copy of the content in which every finding has its name twice. */
function writeWordyContent(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync('content', folder, { recursive: true });
  for (const kind of ['challenges', 'benefits', 'gaps', 'strategies', 'practices', 'recommendations'])
    for (const name of readdirSync(`${folder}/${kind}`)) {
      const path = `${folder}/${kind}/${name}`;
      const twice = readFileSync(path, 'utf8').replace(/^(title|short): (?:"(.*)"|(.*))$/gm, (_, field, quoted, bare) => {
        const text = (quoted ?? bare) as string;
        return `${field}: ${JSON.stringify(`${text} ${text}`)}`;
      });
      writeFileSync(path, twice);
    }
  // a title that names findings says their names once
  for (const name of readdirSync(`${folder}/figures`)) {
    const path = `${folder}/figures/${name}`;
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^unlinked:\n(?: .*\n)+/m, ''));
  }
}

/** What Astro, Vite and Node write before a warning. */
const WARNING = /\[WARN\]|\bwarning\b|deprecat|could not render/i;

/** Before the site tests: a browser, and every build they look at that is not there as it would be built now, none of which may warn. */
export default async function setup(): Promise<void> {
  chromiumPath();
  writeWordyContent(BUILDS.wordy.env.CONTENT_DIR);
  const work = async (queue: [string, Build][]): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [name, one] = next;
      const { status, output } = await build(one);
      if (status !== 0) throw new Error(`The build "${name}" failed:\n${output}`);
      const warnings = output.split('\n').filter((line) => WARNING.test(line));
      if (warnings.length > 0) {
        // what is there would not be built again, nor warn
        rmSync(one.folder, { recursive: true, force: true });
        throw new Error(`The build "${name}" warns:\n${warnings.join('\n')}`);
      }
    }
  };
  // two at a time, since a build keeps one core busy; but Astro notes the content's modules in one place, so other content waits
  const builds = Object.entries<Build>(BUILDS);
  const same = builds.filter(([, { env }]) => !env.CONTENT_DIR);
  await Promise.all([work(same), work(same)]);
  await work(builds.filter(([, { env }]) => env.CONTENT_DIR));
}

// run by itself it makes the builds for a run of the tests
if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
