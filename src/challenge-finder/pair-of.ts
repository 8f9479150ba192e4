import type { Pair } from './coverage.ts';

/** The pair that a list item of the page stands for. */
export const pairOf = ({ dataset }: HTMLElement): Pair => ({
  from: dataset.from ?? '',
  to: dataset.to ?? '',
  state: dataset.state ?? '',
  voice: dataset.voice ?? '',
});
