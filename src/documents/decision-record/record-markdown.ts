import { stop } from '../../lib/text.ts';
import { markdownLine, markdownLink, markdownText } from '../text/markdown-text.ts';
import { tidyLine } from '../text/texts.ts';
import { CHOICE_FIELDS } from './record.ts';
import type { ChoiceView, PairView, RecordView } from './view.ts';
import { FIELD_LABELS, HEADINGS, NONE, SEEN, signers, WHOSE } from './wording.ts';

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');

/** A paragraph with words in front of it; three dots where nothing was written, so that the place can be found and filled in. */
const labeled = (label: string, text: string): string => `**${markdownLine(stop(tidyLine(label)))}** ${text || '…'}`;

/** What the guide says about a pair in one item of a list: cut out, it keeps its mark. */
const pairText = (pair: PairView, againstLabel: string): string =>
  [
    labeled(pair.mark, `${markdownLink(pair.gap, pair.address)}: ${markdownLine(pair.reason)}`),
    pair.against && labeled(againstLabel, markdownLine(pair.against)),
    pair.sources.length > 0 && `Sources: ${markdownLine(stop(pair.sources.join(', ')))}`,
  ]
    .filter(Boolean)
    .join('\\\n');

const choiceText = (choice: ChoiceView, i: number, againstLabel: string): string[] => [
  `### ${i + 1}. ${markdownLink(choice.title, choice.address)}`,
  markdownLine(stop(tidyLine(choice.kind))),
  ...CHOICE_FIELDS.map((name) => labeled(FIELD_LABELS[name], markdownText(choice[name]))),
  `#### ${HEADINGS.restsOn}`,
  choice.pairs.length > 0 ? bullets(choice.pairs.map((pair) => pairText(pair, againstLabel))) : NONE.pairs,
  ...(choice.seen.length > 0
    ? [`#### ${HEADINGS.seen}`, SEEN, bullets(choice.seen.map(({ text, address }) => markdownLink(text, address)))]
    : []),
];

const signatureLines = (people: string): string =>
  bullets(
    signers(people).map(
      (name) => `${markdownLine(name) || 'Name: ________________________'}\\\nSignature: ________________________ Date: ____________`,
    ),
  );

/**
 * A record as Markdown. The team's line breaks stay. Nothing that the team or the guide wrote becomes a heading, a link or
 * HTML: only what is built here does.
 */
export function recordMarkdown(view: RecordView): string {
  const blankSigners = signers(view.people).every((name) => name === '');
  const parts = [
    `# ${markdownLine(view.title)}`,
    WHOSE,
    `## ${HEADINGS.gaps}`,
    view.gaps.length > 0 ? bullets(view.gaps.map(({ title, address }) => markdownLink(title, address))) : NONE.gaps,
    `## ${HEADINGS.choices}`,
    ...(view.choices.length > 0 ? view.choices.flatMap((choice, i) => choiceText(choice, i, view.againstLabel)) : [NONE.choices]),
    `## ${HEADINGS.open}`,
    markdownLine(view.coverage) || '…',
    `## ${HEADINGS.review}`,
    markdownLine(view.review) || '…',
    `## ${HEADINGS.people}`,
    blankSigners && markdownText(view.people),
    signatureLines(view.people),
    ...(view.changes.length > 0 ? [`## ${HEADINGS.changes}`, bullets(view.changes.map(markdownLine))] : []),
    '---',
    bullets([
      `From: ${markdownLink(view.guide, view.address)}. ${markdownLine(view.basis)}`,
      `Edition of the guide: ${markdownLine(view.edition)}`,
    ]),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
