import { type Problem, problem } from '../read/problem.ts';
import type { Rule } from './rule.ts';

/** Nobody read an entry before the study was there, and nothing happened after today. */
export const days: Rule = ({ entries, study, around: { today } }) => {
  const { published, year } = study.data;
  const earliest = published ?? (year === undefined ? undefined : `${year}-01-01`);
  return [...entries.values()].flatMap((entry): Problem[] => {
    const { data, at } = entry;
    const problems: Problem[] = [];
    const tell = (field: string, day: string, why: string): void => {
      problems.push(problem(at(field), `${field} ${day}: ${why}`));
    };
    for (const [field, day] of Object.entries<unknown>(data)) {
      if (!['reviewed', 'judged', 'published'].includes(field) || typeof day !== 'string') continue;
      if (today && day > today) tell(field, day, `this day is still to come (today is ${today} at the latest). Write the day it was.`);
      else if (field !== 'published' && earliest && day < earliest)
        tell(
          field,
          day,
          `the study is of ${published ?? year}, and nobody can have read the entry against it before. Write the day it was.`,
        );
    }
    const told = entry.kind === 'sources' ? entry.data.year : undefined;
    if (told !== undefined && today && told > Number(today.slice(0, 4)) + 1)
      tell('year', String(told), 'this year is still to come. Write the year in which it was published.');
    if (entry.kind === 'sources' && today)
      for (const [i, { sums }] of entry.data.findings.entries())
        for (const [j, { year }] of sums.entries())
          if (year !== undefined && year > Number(today.slice(0, 4)) + 1)
            problems.push(
              problem(
                at(`findings.${i}.sums.${j}.year`),
                `year ${year}: this year is still to come. Write the year that the source shows.`,
              ),
            );
    return problems;
  });
};
