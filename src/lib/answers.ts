/** The words that answer a question of the self-check, from what is there to what nobody knows. They are no scale: "unknown" stands apart. */
export const ANSWERS = ['in-place', 'partly', 'not', 'unknown'] as const;
export type AnswerWord = (typeof ANSWERS)[number];
