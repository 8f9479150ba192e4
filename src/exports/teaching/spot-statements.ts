import type { SpotData, SpotStatement, SpotVoice } from '../../documents/spot-the-inference/round.ts';
import { isGivenAway, SPOT_VOICES } from '../../documents/spot-the-inference/round.ts';
import { passageOf } from '../../guide/addresses.ts';
import { entryIn, entryOf } from '../../guide/entries.ts';
import { sentenceLabel, titleOf } from '../../guide/labels.ts';
import { editionOf } from '../../guide/responses.ts';
import type { Guide, Statement } from '../../guide/types.ts';
import { itemAt } from '../../lib/items.ts';
import { shuffled } from '../../lib/shuffle.ts';
import { link } from '../../lib/urls.ts';
import type { Voice } from '../../lib/voices.ts';

/** How long a statement may be: shorter ones say too little to judge, longer ones tire a room. */
const [SHORTEST, LONGEST] = [50, 230];

/** How many of each voice, and of one page and voice. */
const [EACH, OF_A_PAGE] = [32, 2];

/** A beginning that needs the sentence before it. */
const LEANS =
  /^(It|They|This|That|These|Those|Such|Here|There|He|She|So|And|But|Also|Elsewhere|Another|The same|One sentence|After|Like|Both|Nor|Yet|In another|In answer|Not only|The sentence|The list of|Some of the|More|The two|Signs that|Look (for|at)|\p{Lu}\p{L}+s’)(?!\p{L})/u;

const isSpotVoice = (voice: Voice): voice is SpotVoice => (SPOT_VOICES as readonly string[]).includes(voice);

/**
 * Statements for sorting, from the guide as it is: of each voice the same number, no page with many. Those that a hasty
 * reader would put into the wrong place come first: a voice that shows in its words teaches little.
 *
 * @param guide the checked guide
 */
export function spotStatements(guide: Guide): Statement[] {
  // the gist of a sentence is the paper's as much as a statement of it, and says so by nothing but its place
  const gists = [...guide.sentences.values()].map(
    ({ id, gist }): Statement => ({
      ...itemAt(guide.statements, 0),
      id,
      page: 'pages/evidence/the-paper',
      voice: 'paper',
      text: gist,
      at: [id],
      from: [],
    }),
  );
  const fit = [...gists, ...guide.statements].filter(
    ({ page, voice, text }) =>
      isSpotVoice(voice) &&
      !/^(links|figures|lessons|cases)\//.test(page) &&
      page !== 'pages/home' &&
      text.length >= SHORTEST &&
      text.length <= LONGEST &&
      !LEANS.test(text),
  );
  const once = fit.filter((statement, i) => fit.findIndex(({ text }) => text === statement.text) === i);
  return SPOT_VOICES.flatMap((voice) => {
    const taken = new Map<string, number>();
    const own = shuffled(
      once.filter((statement) => statement.voice === voice),
      voice,
    );
    return own
      .sort((a, b) => Number(isGivenAway(a)) - Number(isGivenAway(b)))
      .filter(({ page }) => {
        const number = (taken.get(page) ?? 0) + 1;
        taken.set(page, number);
        return number <= OF_A_PAGE;
      })
      .slice(0, EACH);
  });
}

/** What the page of the exercise must know, for the script in it: the statements with why each is what it is. */
export function spotData(guide: Guide): SpotData {
  return {
    edition: editionOf(guide),
    statements: spotStatements(guide).map((statement): SpotStatement => {
      const { id, page, voice, text } = statement;
      const entry = entryOf(guide, page);
      return {
        voice: voice as SpotVoice,
        text,
        why: whyOf(guide, statement),
        title: titleOf(entry),
        to: link(page, id),
        ...basis(guide, statement),
      };
    }),
  };
}

/** By what the guide itself can tell the voice of a statement. */
function whyOf(guide: Guide, { voice, at, source, stance, because, where }: Statement): string {
  if (voice === 'paper') return `It rests on ${at.map(sentenceLabel).join('; ')}.`;
  if (voice === 'others' && source)
    return `It is what ${entryIn(guide, 'sources', source).data.short} says; it ${stance} what the page is about.`;
  if (voice === 'editors') return `It is reasoned, and nobody reports it: because ${because?.replace(/\.$/, '')}.`;
  return `Readers ask it, and the abstract does not answer. ${where ?? ''}`.trim();
}

/** The witness itself, where there is one. */
function basis(guide: Guide, { at, source }: Statement): { basis?: string; basisTo?: string } {
  const [first] = at;
  const sentence = first === undefined ? undefined : guide.sentences.get(first);
  if (sentence)
    return {
      basis: at.length === 1 ? 'Read that sentence' : `Read ${sentenceLabel(sentence.id)}`,
      basisTo: passageOf(guide.study, sentence),
    };
  return source === undefined ? {} : { basis: 'About that publication', basisTo: link(`sources/${source}`) };
}
