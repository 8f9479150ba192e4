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

/** Asks the search page in a browser; gives the addresses of the results, best first, without base path. */
export async function ask(page: Page, address: string, question: string): Promise<string[]> {
  await page.goto(`${address}?q=${encodeURIComponent(question)}`);
  await page.waitForFunction(() => (document.querySelector('.status')?.textContent ?? '') !== '');
  return page.$$eval('#results > li', (items) => items.map((li) => (li.querySelector('a') as HTMLAnchorElement).pathname));
}

/** The questions whose accepted pages are not among the first three results. */
export async function missed(
  page: Page,
  address: string,
  questions: readonly Question[],
): Promise<{ question: Question; got: string[] }[]> {
  const misses = [];
  for (const question of questions) {
    const got = (await ask(page, address, question.q)).slice(0, 3);
    if (!question.accept.some((right) => got.includes(right))) misses.push({ question, got });
  }
  return misses;
}
