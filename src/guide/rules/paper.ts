import { itemAt } from '../../lib/items.ts';
import { listed } from '../../lib/text.ts';
import { isFindingKind } from '../../schemas/kinds.ts';
import { type Problem, problem, unwritten } from '../read/problem.ts';
import type { Guide } from '../types.ts';
import type { Rule } from './rule.ts';
import { type Told, toldByThePaper } from './told.ts';
import { wordingIn } from './wordings.ts';

/** Words that deny. */
const DENIALS = /\b(?:not|no|none|nobody|never|nothing|nowhere|neither|nor|without|cannot|hardly|fails? to|failed to)\b|\b\w+n['’]t\b/gi;

/** Other ways to remark on what a text leaves out, or on how much may be made of it. */
const REMARKS =
  /\b(?:stands? alone|left open|left to (?:the reader|readers|us)|leaves? (?:\S+ ){0,8}?(?:open|unsaid|untold|out|unexplained|to (?:the reader|readers|us))|(?:stops?|ends?) (?:there|short)|silent|un(?:said|told|named|specified|explained|described|defined|clear|answered|stated|reported)|omits?|omitted|open question|any(?:body|one)['’]s guess|a word (?:only|alone)|by name only|(?:only|merely|just) (?:names?|lists?|mentions?))\b/gi;

/** The speaker named again beside the mark that names it. */
const TWICE =
  /\b(?:the (?:paper|study|abstract|authors?)|they|it) (?:also )?(?:says?|reports?|states?|tells? us|concludes?|finds?)\b(?= that\b|[.,:;]|$)/i;

/** What the paper is made to say keeps the conditions of its sentence, denies nothing of itself, and names its speaker once. */
export const paper: Rule = (guide) => [
  ...toldByThePaper(guide)
    .filter(({ text }) => !unwritten(text))
    .flatMap((told) => [...conditions(guide, told), ...remarks(guide, told)]),
  ...speakers(guide),
  ...neighbors(guide),
  ...unknownFindings(guide),
];

/** A claim keeps the conditions and limiting words that its sentence lists; some wordings turn the sentence into another. */
function conditions(guide: Guide, { text, at, place, name }: Told): Problem[] {
  return at
    .flatMap((id) => guide.sentences.get(id) ?? [])
    .flatMap(({ id, keep, never }) => [
      ...keep.flatMap(({ clause, when, words }) => {
        const claim = when.length > 0 ? wordingIn(text, when) : '';
        if (claim === undefined || wordingIn(text, words) !== undefined) return [];
        return [
          problem(
            place,
            `${name}: ${claim ? `"${claim}" is told` : 'the sentence is told'} without its condition, ${clause}. Keep it, as in ${listed(
              words.slice(0, 3).map((word) => `"${word}"`),
              'or',
            )}; ${guide.study.file} lists the accepted wordings under ${id}.`,
          ),
        ];
      }),
      ...never.flatMap(({ words, instead, why }) => {
        const found = wordingIn(text, words);
        return found === undefined
          ? []
          : [problem(place, `${name}: "${found}" says another thing than ${id}, because ${why}. Instead: ${instead}.`)];
      }),
    ]);
}

/** Whatever the paper does not say is no statement of the paper. */
function remarks(guide: Guide, { text, at, place, name }: Told): Problem[] {
  const allowed = at.flatMap((id) => guide.sentences.get(id)?.denies ?? []);
  let rest = text.replaceAll('’', "'").toLowerCase();
  for (const phrase of allowed) rest = rest.replaceAll(phrase.replaceAll('’', "'").toLowerCase(), ' ');
  const found = [...rest.matchAll(DENIALS), ...rest.matchAll(REMARKS)][0];
  return found
    ? [
        problem(
          place,
          `${name}: "${found[0]}" denies something, and ${at.length > 0 ? listed(at) : 'the sentence'} does not. What the paper does not say is no statement of the paper. Put it into <Unknown> or <Editors>, or take it out; where the sentence itself denies it, list the words under its "denies".`,
        ),
      ]
    : [];
}

/** The mark says who speaks; the text need not say it again. */
const speakers = (guide: Guide): Problem[] =>
  guide.statements
    .filter(({ voice, text }) => voice === 'paper' && !unwritten(text))
    .flatMap(({ text, place }) => {
      const [found] = text.match(TWICE) ?? [];
      return found ? [problem(place, `paper: "${found}" names the speaker again: the mark says it already. Take it out.`)] : [];
    });

/** On a finding the paper's voice holds what the sentences about that finding say. */
function neighbors(guide: Guide): Problem[] {
  return guide.statements
    .filter(({ voice, page, text }) => voice === 'paper' && isFindingKind(itemAt(page.split('/'), 0)) && !unwritten(text))
    .flatMap(({ page, at, place, attributes }) => {
      const own = guide.study.data.sentences.filter(({ about }) => about.includes(page)).map(({ id }) => id);
      return at
        .filter((id) => guide.sentences.has(id) && !own.includes(id))
        .map((id) =>
          problem(
            attributes.at ?? place,
            `paper at="${id}": ${id} is not about ${page}. ${
              own.length > 0
                ? `About it speaks ${listed(own)}. To set another sentence beside it is ours: write <Editors from="${id}">, and say so.`
                : `No sentence is: list ${page} under "about" of the sentence that names it, in ${guide.study.file}.`
            }`,
          ),
        );
    });
}

/** A sentence is about findings that exist. */
const unknownFindings = ({ study, entries, broken }: Guide): Problem[] =>
  study.data.sentences.flatMap(({ id, about }, i) =>
    about.flatMap((ref, j) =>
      (entries.has(ref) && isFindingKind(itemAt(ref.split('/'), 0))) || broken.has(ref)
        ? []
        : [
            problem(
              study.at(`sentences.${i}.about.${j}`),
              `about "${ref}": ${id} is about no such finding. Findings are files of content/, named folder/file.`,
            ),
          ],
    ),
  );
