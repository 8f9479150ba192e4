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
import { dataFiles } from '../data-files.ts';
import { exportedAs } from '../kinds/index.ts';
import { twinPath } from './entry.ts';
import { anchor } from './write.ts';

/** `/llms.txt`: what the guide is, how to quote it, and its pages as Markdown. */
export function llmsText(guide: Guide, { fileFor }: Addresses): string {
  const { about } = guide;
  const marks = Object.values(about.voices).map(({ label, meaning }) => `“${label}”: ${meaning}`);
  const pairsNone = paperPairsNone(guide);
  const ours = capital(about.voices.editors.possessive);
  const line = (entry: Entry): string[] => {
    const what = exportedAs(entry.kind).line?.(guide, entry);
    return what === undefined ? [] : [`- ${anchor(titleOf(entry), fileFor(twinPath(entry.ref)))}: ${escapeMarkdown(what)}`];
  };
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${escapeMarkdown(title)}`, lines.join('\n')];
  // pages lead, and what they rest on closes
  const kinds: Kind[] = ['pages', ...KINDS.filter((kind) => kind !== 'pages' && kind !== 'sources'), 'sources'];
  return `${[
    `# ${escapeMarkdown(about.name)}`,
    `> ${escapeMarkdown(`${about.description} ${about.disclaimer}`)}`,
    escapeMarkdown(
      [
        `This guide is about one study: ${stop(reference(guide.study))} ${about['rests-on']}`,
        `Every statement carries the mark of its voice. ${marks.join(' ')}`,
        `“${ours}” stands before questions, suggestions and text about the guide.`,
        keepText(guide),
        ...(pairsNone
          ? [
              'The abstract pairs nothing: it names findings, and says of no two that the one answers the other. Every link is the editors’ or another publication’s, as its mark says.',
            ]
          : []),
        `The text is under ${about.licences.text}; cite the page you quote, and for what the study says the study itself.`,
        'Each file below is the twin of a page at the same address with a slash in place of .md; index.md is that of the home page.',
      ].join(' '),
    ),
    ...kinds.flatMap((kind) => section(kindTitle(guide, kind), entriesOf(guide, kind).filter(hasPage).flatMap(line))),
    ...section(
      'Data',
      dataFiles()
        .filter(({ path }) => path !== '/llms.txt')
        .map(({ path, name, what }) => `- ${anchor(name, fileFor(path))}: ${escapeMarkdown(what)}`),
    ),
  ].join('\n\n')}\n`;
}
