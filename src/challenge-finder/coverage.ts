import { capital, countWord, listed } from '../lib/text.ts';

/** One pair as the finder and the record need it; ends are tokens such as `gaps-timetables`. */
export interface Pair {
  from: string;
  to: string;
  /** linked, contested, not-linked or not-assessed */
  state: string;
  /** whose judgment it is; empty where there is none */
  voice: string;
}

/** What a choice of responses does for one chosen gap. */
export interface Covered {
  from: string;
  /** the pair with each chosen response, in their order; undefined where the guide has no such pair */
  cells: readonly (Pair | undefined)[];
  /** linked to at least one of them; contested where no more than that; else open */
  state: 'linked' | 'contested' | 'open';
  /** responses outside the choice that are linked to it or contested */
  could: readonly string[];
}

/** True for a pair that may bear on something: linked, or contested. */
export const isOpen = ({ state }: Pick<Pair, 'state'>): boolean => state === 'linked' || state === 'contested';

/** True for a pair that a publication speaks for. */
export const isVouched = ({ voice }: Pick<Pair, 'voice'>): boolean => voice === 'others' || voice === 'paper';

/**
 * Which of some gaps a choice of responses touches, and what could touch the rest. A count of touched gaps is no score: it
 * says nothing of how much.
 *
 * @param pairs all that count
 * @param from the chosen gaps, in the order in which they are shown
 * @param to the chosen responses, likewise
 */
export function coverageOf(pairs: readonly Pair[], from: readonly string[], to: readonly string[]): Covered[] {
  return from.map((gap) => {
    const own = pairs.filter((pair) => pair.from === gap);
    const cells = to.map((response) => own.find((pair) => pair.to === response));
    const states = cells.map((pair) => pair?.state);
    return {
      from: gap,
      cells,
      state: states.includes('linked') ? 'linked' : states.includes('contested') ? 'contested' : 'open',
      could: own.filter((pair) => isOpen(pair) && !to.includes(pair.to)).map((pair) => pair.to),
    };
  });
}

/**
 * Coverage as a sentence: "2 of 4 gaps touched, 1 more contested; timetables and careers still open."
 *
 * @param name of a gap inside a sentence
 * @param noun one gap and many
 */
export function coverageSentence(rows: readonly Covered[], name: (from: string) => string, noun: readonly [string, string]): string {
  const of = (state: Covered['state']): Covered[] => rows.filter((row) => row.state === state);
  const [linked, contested, open] = [of('linked').length, of('contested').length, of('open')];
  const more = contested > 0 ? (linked > 0 ? `, ${contested} more contested` : `, ${contested} contested`) : '';
  const rest = open.length > 0 ? `${listed(open.map(({ from }) => name(from)))} still open` : 'none still open';
  return `${linked} of ${rows.length} ${rows.length === 1 ? noun[0] : noun[1]} touched${more}; ${rest}.`;
}

/** What heads a list of gaps that are still open: "Careers is still open. These may touch it:" */
export const couldSentence = (name: string, could: number): string =>
  `${capital(name)} is still open. ${could === 0 ? 'Nothing in this guide is linked to it.' : could === 1 ? 'One more response may touch it:' : `${capital(countWord(could))} more responses may touch it:`}`;
