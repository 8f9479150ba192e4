import { officialAddress } from '../../guide/addresses.ts';
import { accountWords } from '../../guide/facts.ts';
import { authorsOf, kindLabel, titleOf } from '../../guide/labels.ts';
import type { Source } from '../../guide/types.ts';
import { overlapWords } from '../../guide/words.ts';
import { escapeMarkdown } from '../../lib/markdown.ts';
import { sumWords } from '../../lib/sums.ts';
import { capital, stop } from '../../lib/text.ts';
import { reference } from '../citation.ts';
import { anchor, bullets, marked, type Writer } from './writer.ts';

/** A source: its record, what it says, where the guide uses it. */
export function sourceMarkdown(write: Writer, entry: Source): string[] {
  const { guide, labels, to, entryOf, sentencesText, head } = write;
  const { data } = entry;
  const url = officialAddress(entry)?.url;
  const fact = (name: string, value: string | undefined): string | false =>
    value !== undefined && value !== '' && `${name}: ${escapeMarkdown(value)}`;
  return [
    ...head(entry, data.short, [
      fact('Reference', reference(entry)),
      url !== undefined && `Official address: <${url}>`,
      fact('Authors', authorsOf(entry)),
      fact('About the authors', data['authors-note']),
      fact('Kind', data.kind),
      fact('Design', data.design),
      fact('Setting', data.setting),
      fact('What we read', [stop(data.read), data['read-note']].filter(Boolean).join(' ')),
      fact('Overlap', overlapWords(entry)),
      fact('Title', data['title-note']),
      fact('Note', data.note),
      `Record checked: ${data.reviewed}`,
    ]),
    ...(data.findings.length > 0 ? ['## What it says'] : []),
    ...data.findings.map(({ text, on, own, dated, sums, 'not-used': notUsed }) =>
      marked(
        labels.others.label,
        escapeMarkdown(text),
        escapeMarkdown(
          [accountWords({ finding: { own } }), dated ?? '']
            .filter(Boolean)
            .map((part) => stop(capital(part)))
            .join(' '),
        ),
        ...sums.map((sum) => escapeMarkdown(`${capital(sumWords(sum))}: ${sum.of}`)),
        ...on.map(
          ({ to: ref, stance, reason }) =>
            `${capital(stance)} ${to(entryOf(ref))}. ${labels.editors.label} how: ${escapeMarkdown(stop(reason))}`,
        ),
        notUsed && `Not used: ${escapeMarkdown(stop(notUsed))}`,
      ),
    ),
    ...(entry === guide.study
      ? [
          '## Sentences of its abstract',
          ...data.sentences.map(({ id, gist }) => marked(labels.paper.label, escapeMarkdown(gist), sentencesText([id]))),
        ]
      : []),
    ...usedBy(write, entry),
  ];
}

/** where the guide lets a source speak */
function usedBy(write: Writer, entry: Source): string[] {
  const { guide, addressFor, labels, entryOf } = write;
  const arriving = guide.backlinks.get(entry.ref) ?? [];
  if (arriving.length === 0 || entry === guide.study) return [];
  return [
    '## Where the guide uses this',
    bullets(
      arriving.map(({ from, relation, reason, voice, statement: id }) =>
        marked(
          labels[voice].label,
          escapeMarkdown(reason),
          `${kindLabel(guide, entryOf(from).kind)}, ${relation.toLowerCase()}: ${anchor(titleOf(entryOf(from)), addressFor(from, id))}`,
        ),
      ),
    ),
  ];
}
