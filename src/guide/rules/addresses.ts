import { addressOf } from '../../lib/urls.ts';
import { hasPage } from '../entries.ts';
import { type Problem, problem } from '../read/problem.ts';
import type { Rule } from './rule.ts';

/** Every page has an address of its own, none that another part of the site uses, and each template finds its page. */
export const addresses: Rule = ({ entries, around, broken, file }) => {
  const { routes } = around;
  if (!routes) return [];
  const problems: Problem[] = [];
  const folder = file.replace(/guide\.yaml$/, '');
  for (const id of routes.own)
    if (!entries.has(`pages/${id}`) && !broken.has(`pages/${id}`))
      problems.push(
        problem(
          { file: `${folder}pages/${id}.mdx`, line: 1, column: 1 },
          `file: it is missing. The page ${addressOf(`pages/${id}`)} of the site needs its title and its words.`,
        ),
      );
  for (const entry of entries.values()) {
    const claims: [string, string][] = [
      ...(hasPage(entry) ? [['', entry.id] satisfies [string, string]] : []),
      ...entry.data.formerly.map((id, i): [string, string] => [`formerly.${i}`, id]),
    ];
    for (const [field, id] of claims) {
      const page = addressOf(`${entry.kind}/${id}`).replace(/^\/|\/$/g, '') || 'home';
      const [first = ''] = page.split('/');
      const taken = routes.own.has(page) ? !(entry.kind === 'pages' && field === '') : entry.kind === 'pages' && routes.reserved.has(first);
      const index = page.split('/').at(-1) === 'index';
      if (taken || index)
        problems.push(
          problem(
            entry.at(field),
            `${field ? 'formerly' : 'id'} "${id}": the address /${page}/ ${index ? 'means the page above it' : 'belongs to another part of the site'}. ${field ? 'Take it out.' : 'Rename the file.'}`,
          ),
        );
    }
  }
  return problems;
};
