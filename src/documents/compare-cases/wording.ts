import { capital, countWord } from '../../lib/text.ts';

/** The fewest cases that stand side by side. */
export const FEWEST = 2;
/** The most cases that stand side by side. */
export const MOST = 4;

/** Headings of what is told of a case, beside those of its facts; the same on its page, in the comparison and in Markdown. */
export const CASE_HEADINGS = { sums: 'Sums printed', suggests: 'What this may suggest', unknown: 'What we could not find' } as const;

/** What stands where nothing is told. */
export const NOTHING_FOUND = 'None found in what we read.';

/** What the status says of a choice: how many stand there, or what is missing. Empty where nothing was ever chosen. */
export const choiceWords = (count: number, touched: boolean): string => {
  if (count >= FEWEST) return `${capital(countWord(count))} cases side by side.`;
  if (count === 1) return 'Choose one more case to compare.';
  return touched ? 'Choose two cases or more.' : '';
};

/** What an address asked for and did not get: cases that there are not, or more than have room. Empty where it got all. */
export function leftOutWords(unknown: number, tooMany: number): string {
  const parts = [
    ...(unknown > 0
      ? [
          `${capital(countWord(unknown))} ${unknown === 1 ? 'case' : 'cases'} in the address ${unknown === 1 ? 'is' : 'are'} not in this guide.`,
        ]
      : []),
    ...(tooMany > 0
      ? [
          `${capital(countWord(tooMany))} more in the address ${tooMany === 1 ? 'has' : 'have'} no room: ${countWord(MOST)} stand side by side at most.`,
        ]
      : []),
  ];
  return parts.join(' ');
}
