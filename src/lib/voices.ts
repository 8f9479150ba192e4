/** Whose judgment of a pair it may be. */
export const LINK_VOICES = ['paper', 'others', 'editors'] as const;
export type LinkVoice = (typeof LINK_VOICES)[number];

/** The same of any pair: empty where nobody judged it. */
export const PAIR_VOICES = [...LINK_VOICES, ''] as const;
export type PairVoice = (typeof PAIR_VOICES)[number];

/** Whose a statement is. */
export const VOICES = [...LINK_VOICES, 'unknown', 'example'] as const;
export type Voice = (typeof VOICES)[number];

/** How a source bears on what it is read for. */
export const STANCES = ['supports', 'refines', 'contradicts'] as const;
export type Stance = (typeof STANCES)[number];
