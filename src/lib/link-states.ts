/** The states of a pair; nobody looked at one in the last state. */
export const LINK_STATES = ['linked', 'contested', 'not-linked', 'may-worsen', 'not-assessed'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** States in which the one may help with the other: somebody thinks so, even where somebody else does not. */
export type OpenState = Extract<LinkState, 'linked' | 'contested'>;

/** True for a pair of which somebody thinks that the one may help with the other: linked, or contested. */
export const isOpenState = (state: LinkState): state is OpenState => state === 'linked' || state === 'contested';
