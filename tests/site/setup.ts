import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chromiumPath } from './browser.ts';
import { BUILDS, type Build, build } from './builds.ts';

/** A copy of the content in which every finding has its name twice. */
function writeWordyContent(folder: string): void {
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
}

/** What Astro, Vite and Node write before a warning. */
const WARNING = /\[WARN\]|\bwarning\b|deprecat|could not render/i;

/** Before the site tests: a browser, and every build they look at, none of which may warn. `KEEP_BUILDS=1` looks again at the builds of the last run. */
export default async function setup(): Promise<void> {
  chromiumPath();
  const keep = process.env.KEEP_BUILDS === '1';
  if (!keep) rmSync('.cache/site', { recursive: true, force: true });
  writeWordyContent(BUILDS.wordy.env.CONTENT_DIR);
  const waiting = Object.entries<Build>(BUILDS).filter(([, one]) => !keep || !existsSync(one.folder));
  const work = async (queue: typeof waiting): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [name, one] = next;
      const { status, output } = await build(one);
      if (status !== 0) throw new Error(`The build "${name}" failed:\n${output}`);
      const warnings = output.split('\n').filter((line) => WARNING.test(line));
      if (warnings.length > 0) throw new Error(`The build "${name}" warns:\n${warnings.join('\n')}`);
    }
  };
  // two at a time, since a build keeps one core busy; but Astro notes the content's modules in one place, so other content waits
  const same = waiting.filter(([, { env }]) => !env.CONTENT_DIR);
  await Promise.all([work(same), work(same)]);
  await work(waiting.filter(([, { env }]) => env.CONTENT_DIR));
}
