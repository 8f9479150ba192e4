import { entryIn } from '../guide/entries.ts';
import { titleOf, vouchers } from '../guide/labels.ts';
import { isJudged, voiceOf } from '../guide/links.ts';
import type { Guide } from '../guide/types.ts';
import type { Detail } from '../lib/detail.ts';
import { LINK_STATES, type LinkState } from '../lib/link-states.ts';
import { addressOf } from '../lib/urls.ts';
import { type PairVoice, VOICES, type Voice } from '../lib/voices.ts';
import type { Filter, Opening, TableCell, Wording } from './chart.ts';
import { judgedWords, linkMark } from './voice-marks.ts';

/**
 * The details of a link in any figure: its state and whose judgment it is, why, what speaks against it, its sources.
 *
 * @param id of the link, without its kind
 */
export function linkDetail(guide: Guide, id: string): Detail {
  const link = entryIn(guide, 'links', id);
  const { data } = link;
  const judged = isJudged(link) ? link.data : undefined;
  // what speaks for a pair is whose it says, what speaks against it is ours
  const whose = (label: string, voice: Voice): string => `${label}, ${guide.about.voices[voice].label.toLowerCase()}`;
  return {
    title: titleOf(link),
    to: judged && addressOf(link.ref),
    mark: judgedWords(guide.about, data.state, voiceOf(link)),
    says: [
      { label: judged ? whose('Why', judged.voice) : 'Why', text: data.reason },
      ...(judged
        ? [
            { label: whose('Against', 'editors'), text: judged.against },
            { label: whose('What would change our mind', 'editors'), text: judged['would-change-our-mind'] },
          ]
        : []),
    ],
    sources: (judged ? vouchers(guide, judged) : []).map(({ text, ref }) => ({ text, to: addressOf(ref) })),
  };
}

/** A link as a row of a figure has it. */
interface LinkRow {
  id: string;
  state: LinkState;
  voice: PairVoice;
}

/** The state of a link and whose judgment it is, as a cell of a table that leads to the link's page. */
export const linkCell = ({ id, state, voice }: LinkRow, { about }: Wording): TableCell => ({
  text: judgedWords(about, state, voice),
  mark: linkMark(state, voice),
  to: state === 'not-assessed' ? undefined : addressOf(`links/${id}`),
});

/** Selects that narrow links by what became of them and by whose they are. */
export const linkFilters = (rows: readonly LinkRow[], { about }: Wording): Filter[] => [
  {
    name: 'state',
    label: 'State',
    options: LINK_STATES.filter((state) => rows.some((row) => row.state === state)).map((value) => ({
      value,
      text: about.links.states[value].label,
    })),
  },
  {
    name: 'whose',
    label: 'Whose link',
    options: VOICES.filter((voice) => rows.some((row) => row.voice === voice)).map((value) => ({ value, text: about.voices[value].label })),
  },
];

/** A contested link stands open at the start, else the one for which others speak, else the first that is drawn. */
export function openingLink(rows: readonly LinkRow[]): Opening | undefined {
  const rules = [
    ['a contested pair', ({ state }: LinkRow) => state === 'contested'],
    ['a pair for which others speak', ({ state, voice }: LinkRow) => state === 'linked' && voice === 'others'],
    ['the first pair', () => true],
  ] as const;
  for (const [what, fits] of rules) {
    const n = rows.findIndex(fits);
    const row = rows[n];
    if (row) return { id: row.id, numbers: [n], what };
  }
  return undefined;
}
