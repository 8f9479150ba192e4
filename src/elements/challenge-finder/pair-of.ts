import type { Pair } from '../../documents/challenge-finder/coverage.ts';
import type { LinkState } from '../../lib/link-states.ts';
import { LINK_VOICES } from '../../lib/voices.ts';

/** The pair that a list item of the page stands for. */
export const pairOf = ({ dataset }: HTMLElement): Pair => ({
  from: dataset.from ?? '',
  to: dataset.to ?? '',
  state: dataset.state as LinkState,
  voice: LINK_VOICES.find((known) => known === dataset.voice) ?? '',
});
