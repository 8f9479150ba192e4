import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Files, inventGuide, mdx } from './invented-guide.ts';
import { type Cost, measure, write } from './measure.ts';

const STARLIGHT = '0.42.4';
const HERE = '.cache/scale/starlight';

/** Voice components without anything of ours but their look: a mark and a text. */
const COMPONENTS: Record<string, string> = {
  ...Object.fromEntries(
    [
      ['Paper', 'The study tells'],
      ['Others', 'Elsewhere'],
      ['Editors', 'We guess'],
      ['Unknown', 'Nobody says'],
      ['Facilitator', 'For whoever teaches'],
      ['Activity', 'To do'],
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
    .replace(
      /<(Paper|Others|Editors|Unknown|Facilitator|Activity) id="[^"]+"([^\n]*)>\n\n([\s\S]*?)\n\n<\/\1>/g,
      (_, name, attributes, text) => {
        const values = [...String(attributes).matchAll(/="([^"]*)"/g)].map(([, value]) => value);
        return `> **${name}**\n>\n> ${text}\n>\n> ${values.join('. ')}`;
      },
    );

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

/** A question of the self-check or the quiz, with its answers. */
const asked = ({ ask, prompt, looks, choices, pairs, items, feedback }: Record<string, unknown>): string => {
  const lines: unknown[] = [
    ...Object.values(looks ?? {}),
    ...((choices ?? pairs ?? []) as Record<string, string>[]).map((c) => `${c.text ?? `${c.left}: ${c.right}`}. ${c.feedback}`),
    ...((items ?? []) as string[]),
    ...(feedback ? [feedback] : []),
  ];
  return `### ${ask ?? prompt}\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`;
};

/** What the frontmatter of a lesson says. */
const lessonParts = (front: Front): string[] => {
  const list = (name: string, line: (item: Record<string, string>) => unknown) =>
    (front[name] as Record<string, string>[]).map((item) => `- ${line(item)}`).join('\n');
  return [
    `${front.description}\n\n${front.minutes} minutes. ${front.setting}. ${front.group}`,
    `## Aims\n\n${list('objectives', ({ can }) => can)}`,
    `## Steps\n\n${list('steps', ({ title, minutes }) => `${title}: ${minutes}`)}`,
    `## Key points\n\n${list('key-points', ({ text }) => text)}`,
    `## Adaptations\n\n${list('adaptations', (item) => `${item.for}: ${item.how}`)}`,
  ];
};

function starlightText(path: string, front: Front, body: string): string {
  const parts: string[] = [];
  if (path.startsWith('lessons/')) body = body.replace(/<Figure [^>]*\/>\n/g, '');
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
  if (front.answer) parts.push(front.answer.text.replace(/\{[^}]*\}/g, '7'));
  if (front.reason) parts.push(front.reason);
  if (front.against)
    parts.push('## What speaks against it', front.against, '## What would change our mind', String(front['would-change-our-mind']));
  if (front.sources)
    parts.push(
      '## What sources say',
      ...front.sources.map(({ source, stance, says }) => `${says} [${source}](/sources/${source}/), ${stance}.`),
    );
  if (body) parts.push(body.trim());
  if (path.startsWith('lessons/')) parts.push(...lessonParts(front));
  if (front.questions) parts.push('## Questions', front.questions.map((question, i) => `${i + 1}. ${question}`).join('\n'));
  if (front.next?.length) parts.push('## Read next', front.next.map(({ to, why }) => `- [${to}](/${to}/): ${why}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** Writes the guide of a size as a Starlight site. */
export function writeStarlight(size: number, plain: boolean, short: boolean): void {
  const { data } = inventGuide(size);
  const docs: Files = new Map();
  const components = plain ? [] : Object.keys(COMPONENTS);
  const page = (path: string, title: string, description: string, text: string) => {
    const up = '../'.repeat(path.split('/').length + 1);
    const used = components.filter((name) => text.includes(`<${name} `));
    const imports = used.map((name) => `import ${name} from '${up}components/${name}.astro';`).join('\n');
    docs.set(`${path}.mdx`, mdx({ title, description }, `${imports && `${imports}\n\n`}${plain ? blockquotes(text) : text}`));
  };
  for (const { path, title, front, body } of data)
    if (!/^(glossary|questions|quiz|changes)\//.test(path) && front.state !== 'not-assessed')
      page(path.replace(/^pages\//, '').replace(/\.\w+$/, ''), title, title, starlightText(path, front, body));
  const terms = data.filter(({ path }) => path.startsWith('glossary/'));
  page('glossary', 'Glossary', 'All terms', terms.map(({ title, front }) => `### ${title}\n\n${front.definition}\n`).join('\n'));
  const events = data.filter(({ path }) => path.startsWith('changes/'));
  page('changes', 'Changes', 'All changes', events.map(({ title, front }) => `### ${title}\n\n${front.date}: ${front.fact}\n`).join('\n'));
  for (const [folder, title] of [
    ['questions', 'Self-check'],
    ['quiz', 'Quiz'],
  ] as const)
    page(
      folder,
      title,
      title,
      data
        .filter(({ path }) => path.startsWith(`${folder}/`))
        .map(({ front }) => asked(front))
        .join('\n'),
    );
  page('index', 'Home', 'The guide', 'An invented guide.\n');
  write(`${HERE}/src/content/docs`, docs);
  write(`${HERE}/src/components`, new Map(Object.entries(COMPONENTS).map(([name, text]) => [`${name}.astro`, text])));
  writeFileSync(
    `${HERE}/src/content.config.ts`,
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
  );
  const sidebar = short ? `, sidebar: [{ label: 'Home', slug: 'index' }, { label: 'Glossary', slug: 'glossary' }]` : '';
  writeFileSync(
    `${HERE}/astro.config.mjs`,
    `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ site: 'https://guide.example', cacheDir: './.cache', integrations: [starlight({ title: 'Borrowing a drill'${sidebar} })] });\n`,
  );
}

/** Has npm fetch Starlight, once. */
export function installStarlight(): void {
  mkdirSync(HERE, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const wanted = JSON.stringify({
    name: 'scale-starlight',
    private: true,
    type: 'module',
    dependencies: { '@astrojs/starlight': STARLIGHT, astro: dependencies.astro },
  });
  const file = `${HERE}/package.json`;
  if (existsSync(`${HERE}/node_modules/@astrojs/starlight`) && existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  writeFileSync(file, wanted);
  console.log(`fetching Starlight ${STARLIGHT} and Astro ${dependencies.astro} into ${HERE} ...`);
  const run = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: HERE,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`npm could not fetch Starlight.\n${run.stderr}`);
}

export const buildStarlight = (): Promise<Cost> =>
  measure(HERE, ['node_modules/astro/bin/astro.mjs', 'build'], `${HERE}/dist`, [`${HERE}/dist`, `${HERE}/.cache`], {});
