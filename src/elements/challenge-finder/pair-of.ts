import type { Pair } from '../../documents/challenge-finder/coverage.ts';
import type { LinkState } from '../../lib/link-states.ts';

/** The pair that a list item of the page stands for. */
export const pairOf = ({ dataset }: HTMLElement): Pair => ({
  from: dataset.from ?? '',
  to: dataset.to ?? '',
  state: dataset.state as LinkState,
  voice: dataset.voice ?? '',
});
