import { officialAddress } from '../../guide/addresses.ts';
import { accountWords } from '../../guide/facts.ts';
import { authorsOf, kindLabel, titleOf } from '../../guide/labels.ts';
import type { Source } from '../../guide/types.ts';
import { overlapWords } from '../../guide/words.ts';
import { sumWords } from '../../lib/sums.ts';
import { capital, stop } from '../../lib/text.ts';
import { reference } from '../citation.ts';
import { type Block, type Fact, heading, line, list, said } from './blocks.ts';
import { fact, type Writer } from './writer.ts';

/** A source: its record, what it says, where the guide uses it. */
export function sourceBlocks(write: Writer, entry: Source): Block[] {
  const { guide, marks, to, entryOf, sentencesText, head } = write;
  const { data } = entry;
  const url = officialAddress(entry)?.url;
  const known = (name: string, value: string | undefined): Fact | false => value !== undefined && value !== '' && fact(name, value);
  return [
    ...head(entry, data.short, [
      known('Reference', reference(entry)),
      url !== undefined && fact('Official address', { href: url }),
      known('Authors', authorsOf(entry)),
      known('About the authors', data['authors-note']),
      known('Kind', data.kind),
      known('Design', data.design),
      known('Setting', data.setting),
      known('What we read', [stop(data.read), data['read-note']].filter(Boolean).join(' ')),
      known('Overlap', overlapWords(entry)),
      known('Title', data['title-note']),
      known('Note', data.note),
      fact('Record checked', data.reviewed),
    ]),
    ...(data.findings.length > 0 ? [heading(2, 'What it says')] : []),
    ...data.findings.map(({ id, text, on, own, dated, sums, 'not-used': notUsed }) => ({
      ...said(
        marks.others,
        text,
        [accountWords({ finding: { own } }), dated ?? '']
          .filter(Boolean)
          .map((part) => stop(capital(part)))
          .join(' '),
        ...sums.map((sum) => `${capital(sumWords(sum))}: ${sum.of}`),
        ...on.map(({ to: ref, stance, reason }) =>
          line(`${capital(stance)} `, to(entryOf(ref)), `. ${marks.editors.label} how: ${stop(reason)}`),
        ),
        notUsed && `Not used: ${stop(notUsed)}`,
      ),
      id,
    })),
    ...(entry === guide.study
      ? [
          heading(2, 'Sentences of its abstract'),
          ...data.sentences.map(({ id, gist }) => ({ ...said(marks.paper, gist, sentencesText([id])), id })),
        ]
      : []),
    ...usedBy(write, entry),
  ];
}

/** where the guide lets a source speak */
function usedBy({ guide, at, marks, entryOf }: Writer, entry: Source): Block[] {
  const arriving = guide.backlinks.get(entry.ref) ?? [];
  if (arriving.length === 0 || entry === guide.study) return [];
  return [
    heading(2, 'Where the guide uses this'),
    list(
      arriving.map(({ from, relation, reason, voice, statement: id }) =>
        said(
          marks[voice],
          reason,
          line(`${kindLabel(guide, entryOf(from).kind)}, ${relation.toLowerCase()}: `, at(from, titleOf(entryOf(from)), id)),
        ),
      ),
    ),
  ];
}
