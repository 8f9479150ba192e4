import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';

/** A question as somebody would type it, with the addresses that answer it. */
export interface Question {
  q: string;
  accept: string[];
  who?: string;
  /** half the questions were looked at when ranking was set, the other half only counted */
  set?: 'tune' | 'check';
}

export const QUESTIONS = parse(readFileSync('tests/fixtures/questions.yaml', 'utf8')) as {
  questions: Question[];
  misspellings: Question[];
};

/** Queries that ask for something as it is written, with the pages that hold it; and such that stand nowhere. */
export const EXACT = parse(readFileSync('tests/fixtures/exact-questions.yaml', 'utf8')) as Record<
  'numbers' | 'phrases' | 'compounds',
  Question[]
> & { nowhere: string[] };

/** Asks the search page that is open in a browser; gives the addresses of the results, best first. */
export const ask = (page: Page, question: string): Promise<string[]> =>
  page.evaluate(async (q) => {
    const status = document.querySelector('.status') as HTMLElement;
    status.textContent = '';
    const told = new Promise((tell) => {
      new MutationObserver(() => status.textContent && tell(true)).observe(status, { childList: true, characterData: true, subtree: true });
    });
    (document.querySelector('#q') as HTMLInputElement).value = q;
    (document.querySelector('.search-form') as HTMLFormElement).requestSubmit();
    await told;
    return [...document.querySelectorAll('#results > li')].map((li) => (li.querySelector('a') as HTMLAnchorElement).pathname);
  }, question);

/** The questions whose accepted pages are not among the first three results. */
export async function missed(page: Page, questions: readonly Question[]): Promise<{ q: string; accept: string[]; got: string[] }[]> {
  const misses = [];
  for (const { q, accept } of questions) {
    const got = (await ask(page, q)).slice(0, 3);
    if (!accept.some((right) => got.includes(right))) misses.push({ q, accept, got });
  }
  return misses;
}
