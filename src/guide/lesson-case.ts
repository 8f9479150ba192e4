import { inMonths } from '../lib/text.ts';
import type { LessonCase } from '../schemas/lesson.ts';

/** Effort is given in tenths of a person at most in practice; so much rounding keeps 0.1 + 0.2 at 0.3. */
const round = (people: number): number => Math.round(people * 100) / 100;

/** How many people a project takes, over all who pay. */
export const peopleOn = ({ effort }: LessonCase['projects'][number], payer?: string): number =>
  round(effort.filter((e) => payer === undefined || e.payer === payer).reduce((sum, { people }) => sum + people, 0));

/**
 * Every total that a case has: `all`, `all/PAYER` for each payer, `some/NAME` for each sum of projects.
 *
 * @returns full-time people by name
 */
export function totalsOf({ payers, projects, sums }: LessonCase): Map<string, number> {
  const sum = (own: readonly LessonCase['projects'][number][], payer?: string): number =>
    round(own.reduce((all, project) => all + peopleOn(project, payer), 0));
  return new Map([
    ['all', sum(projects)],
    ...payers.map(({ id }): [string, number] => [`all/${id}`, sum(projects, id)]),
    ...sums.map(({ id, projects: named }): [string, number] => [`some/${id}`, sum(projects.filter((p) => named.includes(p.id)))]),
  ]);
}

/** How long the money of a project lasts, in words. */
export const moneyLasts = ({ months }: LessonCase['projects'][number]): string => (months === undefined ? 'no end' : inMonths(months));

/** A case as the texts of a table. */
export interface CaseTable {
  payers: string[];
  /** for each project the people by payer and in all; how long the money lasts as a bare number, and in words */
  projects: { name: string; about: string; wanted: string; numbers: string[]; months: string; lasts: string }[];
  /** the same sums over all projects */
  all: string[];
}

/** The table of a case: a dash where a payer pays nobody, "no end" where no end is set. */
export function caseTable(own: LessonCase): CaseTable {
  const totals = totalsOf(own);
  return {
    payers: own.payers.map(({ name }) => name),
    projects: own.projects.map((project) => ({
      name: project.name,
      about: project.about,
      wanted: project.wanted,
      numbers: [...own.payers.map(({ id }) => String(peopleOn(project, id) || '–')), String(peopleOn(project))],
      months: project.months === undefined ? 'no end' : String(project.months),
      lasts: moneyLasts(project),
    })),
    all: [...own.payers.map(({ id }) => String(totals.get(`all/${id}`))), String(totals.get('all'))],
  };
}

/**
 * The numbers that a text about a case may quote: what stands in it, its totals, differences of two of these, and how many
 * projects there are or are left.
 */
export function numbersOf(lesson: LessonCase): Set<number> {
  const people = [
    ...totalsOf(lesson).values(),
    ...lesson.projects.flatMap((project) => [peopleOn(project), ...project.effort.map((e) => e.people)]),
  ];
  return new Set([
    ...people,
    ...people.flatMap((a) => people.map((b) => round(Math.abs(a - b)))),
    ...lesson.projects.flatMap(({ months }) => months ?? []),
    ...lesson.projects.map((_, i) => i + 1),
  ]);
}
