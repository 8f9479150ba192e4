import { capital, countWord } from '../../lib/text.ts';

/** The fewest that stand side by side. */
export const FEWEST = 2;
/** The most that stand side by side. */
export const MOST = 4;

/** What stands side by side, one and many: case, cases. */
export type Noun = readonly [one: string, many: string];

/** What the status says of a choice: how many stand there, or what is missing. Empty where nothing was ever chosen. */
export const choiceWords = ([one, many]: Noun, count: number, touched: boolean): string => {
  if (count >= FEWEST) return `${capital(countWord(count))} ${many} side by side.`;
  if (count === 1) return `Choose one more ${one} to compare.`;
  return touched ? `Choose two ${many} or more.` : '';
};

/** What an address asked for and did not get: what there is not, or more than has room. Empty where it got all. */
export function leftOutWords([one, many]: Noun, unknown: number, tooMany: number): string {
  const parts = [
    ...(unknown > 0
      ? [`${capital(countWord(unknown))} ${unknown === 1 ? one : many} in the address ${unknown === 1 ? 'is' : 'are'} not in this guide.`]
      : []),
    ...(tooMany > 0
      ? [
          `${capital(countWord(tooMany))} more in the address ${tooMany === 1 ? 'has' : 'have'} no room: ${countWord(MOST)} stand side by side at most.`,
        ]
      : []),
  ];
  return parts.join(' ');
}
