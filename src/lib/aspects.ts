/** What is told of a real program, in the order in which its page tells it. */
export const ASPECTS = ['pays', 'chooses', 'speed', 'people', 'decides', 'reports', 'limits'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** The same as headings. */
export const ASPECT_WORDS: Readonly<Record<Aspect, string>> = {
  pays: 'Who pays',
  chooses: 'Who chooses the topics',
  speed: 'How fast',
  people: 'Who works there',
  decides: 'Who decides',
  reports: 'What it reports',
  limits: 'What helps and what limits it',
};
