import type { GuideData } from '../schemas/guide.ts';
import type { LinkState, Voice } from '../schemas/kinds.ts';
import type { Tone } from './drawing.ts';
import type { MarkShape } from './marks.ts';

/** The shape of each voice, everywhere the same (see `Sign.astro`). */
export const VOICE_SHAPES = {
  paper: 'square',
  others: 'ringed-dot',
  editors: 'diamond',
  unknown: 'dash',
  example: 'dots',
} as const satisfies Record<Voice, MarkShape>;

/** The line of each voice. */
export const VOICE_LINES = {
  paper: 'solid',
  others: 'dotted',
  editors: 'dashed',
  unknown: 'dashed',
  example: 'dashed',
} as const satisfies Record<Voice, 'solid' | 'dotted' | 'dashed'>;

/** What became of a pair, as a mark: open ones by whose link it is, contested ones half filled. */
export function linkMark(state: LinkState, voice: 'paper' | 'others' | 'editors' | ''): { shape: MarkShape; tone: Tone } {
  if (state === 'not-assessed') return { shape: 'dot', tone: 'muted' };
  if (state === 'not-linked' || voice === '') return { shape: 'cross', tone: 'unknown' };
  const shape = VOICE_SHAPES[voice];
  return { shape: state === 'contested' ? `${shape}-half` : shape, tone: voice };
}

/** The same in words, as a sentence has them: "linked, others add"; of a closed pair whose judgment it is goes without saying. */
export function linkWords(
  { links, voices }: Pick<GuideData, 'links' | 'voices'>,
  state: LinkState,
  voice: 'paper' | 'others' | 'editors' | '',
): string {
  const open = (state === 'linked' || state === 'contested') && voice !== '';
  return [links.states[state].label, ...(open ? [voices[voice].label] : [])].join(', ').toLowerCase();
}
