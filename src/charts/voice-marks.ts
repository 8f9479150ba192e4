import type { LinkState } from '../lib/link-states.ts';
import type { LinkVoice, PairVoice, Voice } from '../lib/voices.ts';
import type { GuideData } from '../schemas/guide.ts';
import type { Tone } from './drawing.ts';
import type { MarkShape } from './marks.ts';

/** The shape of each voice, everywhere the same (see `Sign.astro`). */
export const VOICE_SHAPES = {
  paper: 'square',
  others: 'ringed-dot',
  editors: 'diamond',
  unknown: 'dash',
  example: 'corners',
} as const satisfies Record<Voice, MarkShape>;

/** The line of each voice. */
export const VOICE_LINES = {
  paper: 'solid',
  others: 'dotted',
  editors: 'dashed',
  unknown: 'dashed',
  example: 'dashed',
} as const satisfies Record<Voice, 'solid' | 'dotted' | 'dashed'>;

/** Of a pair that may make it worse, the shape of each voice: full, with a dot, or empty, as the voice's own shape is. */
const HARM_SHAPES = { paper: 'triangle-full', others: 'triangle-dot', editors: 'triangle' } as const satisfies Record<LinkVoice, MarkShape>;

/** What became of a pair, as a mark: open ones by whose link it is, contested ones half filled, closed ones crossed, ringed where others deny the link, harmful ones a triangle that points down. */
export function linkMark(state: LinkState, voice: PairVoice): { shape: MarkShape; tone: Tone } {
  if (state === 'not-assessed') return { shape: 'dot', tone: 'muted' };
  if (state === 'not-linked' && voice === 'others') return { shape: 'ring-cross', tone: 'others' };
  if (state === 'not-linked' || voice === '') return { shape: 'cross', tone: 'unknown' };
  if (state === 'may-worsen') return { shape: HARM_SHAPES[voice], tone: voice };
  const shape = VOICE_SHAPES[voice];
  return { shape: state === 'contested' ? `${shape}-half` : shape, tone: voice };
}

/** The same in words: "Linked, others add". */
export const judgedWords = ({ links, voices }: Pick<GuideData, 'links' | 'voices'>, state: LinkState, voice: PairVoice): string =>
  links.states[state].label + (voice === '' ? '' : `, ${voices[voice].label.toLowerCase()}`);

/** The same inside a sentence: "linked, others add". */
export const linkWords = (about: Pick<GuideData, 'links' | 'voices'>, state: LinkState, voice: PairVoice): string =>
  judgedWords(about, state, voice).toLowerCase();
