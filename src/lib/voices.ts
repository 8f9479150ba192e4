/** Whose judgment of a pair it may be. */
export const LINK_VOICES = ['paper', 'others', 'editors'] as const;
export type LinkVoice = (typeof LINK_VOICES)[number];

/** The same of any pair: empty where nobody judged it. */
export const PAIR_VOICES = [...LINK_VOICES, ''] as const;
export type PairVoice = (typeof PAIR_VOICES)[number];

/** Whose a statement is. */
export const VOICES = [...LINK_VOICES, 'unknown', 'example'] as const;
export type Voice = (typeof VOICES)[number];

/** The shape of each voice as a sign, where only text can stand: the foot of a sheet of paper, a book. An example has a frame. */
export const VOICE_SIGNS: Readonly<Record<Voice, string>> = { paper: '■', others: '◉', editors: '◇', unknown: '–', example: '▭' };

/** How a source bears on what it is read for. */
export const STANCES = ['supports', 'refines', 'contradicts'] as const;
export type Stance = (typeof STANCES)[number];
