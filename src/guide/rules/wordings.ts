import { plain } from '../../lib/text.ts';

/** So many words may stand where a phrase has "…". */
const GAP = 8;

/** Words shorter than this are looked for as they are written. */
const SHORT = 4;

/**
 * The first of the phrases that stands in a text, in the text's own words. Capitals, punctuation, quotation marks and the
 * endings of words make no difference: "need to manage" finds "needed to manage". "…" stands for up to eight words of one
 * sentence.
 *
 * @returns the words found, or undefined where none of the phrases stands there
 */
export function wordingIn(text: string, phrases: readonly string[]): string | undefined {
  const sentences = ` ${text
    .split(/[.!?]+(?=\s|$)/)
    .map(plain)
    .join(' | ')} `;
  for (const phrase of phrases) {
    const found = sentences.match(patternOf(phrase));
    if (found) return found[0].trim();
  }
  return undefined;
}

/** Each phrase is looked for in every statement on its sentence. */
const patterns = new Map<string, RegExp>();

function patternOf(phrase: string): RegExp {
  const known = patterns.get(phrase);
  if (known) return known;
  const words = phrase.split(/\s*(?:…|\.\.\.)\s*/).map((part) => plain(part).split(' ').map(inflected).join(' '));
  const pattern = new RegExp(` ${words.join(`(?: [a-z0-9]+){0,${GAP}}? `)}(?= )`);
  patterns.set(phrase, pattern);
  return pattern;
}

/** A pattern that takes the regular endings of an English word. */
function inflected(word: string): string {
  if (word.length < SHORT || /\d/.test(word)) return word;
  const base = word.replace(/(?:(?<=\w{3})e?ly|ies|ied|ying|ing|(?<!e)ed|es|(?<![isu])s|e|y)$/, '');
  const stem = base.length < SHORT - 1 ? word : base;
  return `${stem}(?:${stem.at(-1)}?(?:ed|ing)|e|es|s|y|ies|ied|ying|ly|ely|ily)?`;
}
