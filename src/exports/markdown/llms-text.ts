import { entriesOf, hasPage } from '../../guide/entries.ts';
import { KINDS, type Kind } from '../../guide/kinds.ts';
import { kindTitle, titleOf } from '../../guide/labels.ts';
import { paperPairsNone } from '../../guide/links.ts';
import type { Entry, Guide } from '../../guide/types.ts';
import { keepText } from '../../guide/words.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { capital, stop } from '../../lib/text.ts';
import type { Addresses } from '../addresses.ts';
import { reference } from '../citation.ts';
import { DATA_FILES, DATA_ZIP } from '../data-files.ts';
import { exportedAs } from '../kinds/index.ts';
import { entryMarkdown, twinPath, twinsAt } from './entry.ts';
import { anchor } from './write.ts';

/** Entries with a page by kind: pages lead, and what they rest on closes. */
const inOrder = (guide: Guide): { kind: Kind; entries: Entry[] }[] =>
  (['pages', ...KINDS.filter((kind) => kind !== 'pages' && kind !== 'sources'), 'sources'] satisfies Kind[]).map((kind) => ({
    kind,
    entries: entriesOf(guide, kind).filter(hasPage),
  }));

/** What whoever quotes the guide has to know: what it is about, whose a statement is, what to cite. */
function head(guide: Guide, where: string): string[] {
  const { about } = guide;
  const marks = Object.values(about.voices).map(({ label, meaning }) => `“${label}”: ${meaning}`);
  const ours = capital(about.voices.editors.possessive);
  return [
    `# ${escapeMarkdown(about.name)}`,
    `> ${escapeMarkdown(`${about.description} ${about.disclaimer}`)}`,
    escapeMarkdown(
      [
        `This guide is about one study: ${stop(reference(guide.study))} ${about['rests-on']}`,
        `Every statement carries the mark of its voice. ${marks.join(' ')}`,
        `“${ours}” stands before questions, suggestions and text about the guide.`,
        keepText(guide),
        ...(paperPairsNone(guide)
          ? [
              'The abstract pairs nothing: it names findings, and says of no two that the one answers the other. Every link is the editors’ or another publication’s, as its mark says.',
            ]
          : []),
        `The text is under ${about.licences.text}; cite the page you quote, and for what the study says the study itself.`,
        where,
      ].join(' '),
    ),
  ];
}

/** `/llms.txt`: what the guide is, how to quote it, and its pages as Markdown. */
export function llmsText(guide: Guide, { fileFor }: Addresses): string {
  const line = (entry: Entry): string[] => {
    const what = exportedAs(entry.kind).line?.(guide, entry);
    return what === undefined ? [] : [`- ${anchor(titleOf(entry), fileFor(twinPath(entry.ref)))}: ${escapeMarkdown(what)}`];
  };
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${escapeMarkdown(title)}`, lines.join('\n')];
  return `${[
    ...head(
      guide,
      'Each file below is the twin of a page at the same address with a slash in place of .md; index.md is that of the home page.',
    ),
    ...inOrder(guide).flatMap(({ kind, entries }) => section(kindTitle(guide, kind), entries.flatMap(line))),
    ...section(
      'Data',
      [DATA_ZIP, ...DATA_FILES]
        .filter(({ path }) => path !== '/llms.txt')
        .map(({ path, name, what }) => `- ${anchor(name, fileFor(path))}: ${escapeMarkdown(what)}`),
    ),
  ].join('\n\n')}\n`;
}

/** `/llms-full.txt`: the twins of all pages, one after another. */
export function llmsFullText(guide: Guide, addresses: Addresses): string {
  const linkFor = twinsAt(guide, addresses);
  return `${[
    ...head(guide, 'All pages of the guide follow. The line “Page” under a title tells where it stands.'),
    ...inOrder(guide).flatMap(({ entries }) => entries.map((entry) => entryMarkdown(guide, entry, addresses, linkFor).trimEnd())),
  ].join('\n\n')}\n`;
}
