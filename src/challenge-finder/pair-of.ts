import type { LinkState } from '../lib/link-states.ts';
import type { Pair } from './coverage.ts';

/** The pair that a list item of the page stands for. */
export const pairOf = ({ dataset }: HTMLElement): Pair => ({
  from: dataset.from ?? '',
  to: dataset.to ?? '',
  state: dataset.state as LinkState,
  voice: dataset.voice ?? '',
});
