const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
/** A headline of a figure holds this many letters, or one sentence. */
const HEADLINE = 90;

/**
 * An answer as a headline and what goes on under it: its first sentence, and those after it that there is room for.
 *
 * @returns two texts that make up the answer again, with a space between them; the second may be empty
 */
export function headlineOf(answer: string): [headline: string, rest: string] {
  const sentences = [...SENTENCES.segment(answer)].map(({ segment }) => segment);
  let headline = '';
  while (sentences[0] !== undefined && (headline === '' || (headline + sentences[0]).trimEnd().length <= HEADLINE))
    headline += sentences.shift();
  return [headline.trimEnd(), sentences.join('')];
}
