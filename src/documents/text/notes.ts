import { clip } from '../../lib/text.ts';
import { oneLine } from './texts.ts';

/** The most sentences about what was left out; more help nobody. */
const MOST_NOTES = 30;

/** Collects what was left out, a sentence each. */
export interface Notes {
  add(sentence: string): void;
  /** the sentences in order; the last one counts those that are not shown */
  all(): string[];
}

/** An empty collection of notes. */
export function notes(): Notes {
  const sentences: string[] = [];
  let more = 0;
  return {
    add(sentence) {
      if (sentences.length < MOST_NOTES) sentences.push(sentence);
      else more += 1;
    },
    all: () => (more > 0 ? [...sentences, `${more} more ${more === 1 ? 'thing was' : 'things were'} left out.`] : sentences),
  };
}

/** A value as a sentence quotes it: short, on one line. */
export const quoted = (value: string): string => `"${clip(oneLine(value), 60)}"`;

/** The end of a sentence about something left out: the value where it is a text. */
export const leftOut = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? `left out: ${quoted(value)}.` : 'left out.';
