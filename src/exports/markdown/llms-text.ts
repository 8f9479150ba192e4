import { hasPage, titleOf, usedKinds } from '../../guide/labels.ts';
import { isJudged, paperPairsNone } from '../../guide/links.ts';
import type { Entry, Guide, Statement } from '../../guide/types.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { capital, inMinutes, stop } from '../../lib/text.ts';
import { reference } from '../citation.ts';
import type { Addresses } from '../guide-json.ts';
import { DATA_FILES, keepText } from '../guide-json.ts';
import { twinPath } from './entry.ts';
import { anchor } from './writer.ts';

/** `/llms.txt`: what the guide is, how to quote it, and its pages as Markdown. */
export function llmsText(guide: Guide, { fileFor }: Addresses): string {
  const { about } = guide;
  const marks = Object.values(about.voices).map(({ label, meaning }) => `“${label}”: ${meaning}`);
  const pairsNone = paperPairsNone(guide);
  const ours = capital(about.voices.editors.possessive);
  const line = (entry: Entry, title: string, what: string) => `- ${anchor(title, fileFor(twinPath(entry.ref)))}: ${escapeMarkdown(what)}`;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${escapeMarkdown(title)}`, lines.join('\n')];
  const pages = guide.pages.filter(hasPage);
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
    ...section(
      'Pages',
      pages.map((page) => line(page, page.data.title, `${ours}: ${page.data.description}`)),
    ),
    ...usedKinds(guide).flatMap((kind) =>
      section(
        about.kinds[kind].title,
        guide.findings
          .filter((f) => f.kind === kind)
          .map((f) => line(f, f.data.title, `${about.voices[f.data.answer.voice].label}: ${f.data.answer.text}`)),
      ),
    ),
    ...section(
      about.links.title,
      guide.links.filter(isJudged).map((link) => {
        const { state, voice, reason } = link.data;
        return line(link, titleOf(link), `${about.links.states[state].label}; ${about.voices[voice].label.toLowerCase()}: ${reason}`);
      }),
    ),
    ...section(
      'Figures',
      guide.figures.map((figure) => {
        const [answer] = figure.statements as [Statement];
        return line(figure, figure.data.title, `${about.voices[answer.voice].label}: ${answer.text}`);
      }),
    ),
    ...section(
      'Lessons',
      guide.lessons.map((lesson) =>
        line(lesson, lesson.data.title, `${inMinutes(lesson.data.minutes)}. ${ours}: ${lesson.data.description}`),
      ),
    ),
    ...section(
      'Sources',
      guide.sources.map((source) => line(source, source.data.short, `${stop(source.data.title)} ${capital(source.data.kind)}.`)),
    ),
    ...section(
      'Data',
      DATA_FILES.filter(({ path }) => path !== '/llms.txt').map(
        ({ path, name, what }) => `- ${anchor(name, fileFor(path))}: ${escapeMarkdown(what)}`,
      ),
    ),
  ].join('\n\n')}\n`;
}
