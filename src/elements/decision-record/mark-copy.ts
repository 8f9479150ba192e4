import { type MarkLabels, markWords } from '../../documents/decision-record/record-guide.ts';
import type { LinkState } from '../../lib/link-states.ts';
import type { PairVoice } from '../../lib/voices.ts';

/** Gives the mark of a pair, by what became of it and whose judgment that is. */
export type MarkCopy = (state: LinkState, voice: PairVoice) => Node;

/** Copies marks that the page holds, shape and words; of one that it does not hold only the words. */
export const markCopy =
  (template: HTMLTemplateElement, guide: { labels: MarkLabels }): MarkCopy =>
  (state, voice) =>
    template.content.querySelector(`[data-mark="${`${state} ${voice}`.trim()}"] > *`)?.cloneNode(true) ??
    document.createTextNode(markWords(guide, state, voice));
