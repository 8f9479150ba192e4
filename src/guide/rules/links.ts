import { didYouMean } from '../../lib/nearest.ts';
import { listed } from '../../lib/text.ts';
import { grid } from '../links.ts';
import { type Problem, problem } from '../problem.ts';
import { PAIRINGS } from '../relations.ts';
import type { Guide, Link } from '../types.ts';
import type { Rule } from './rule.ts';

/** Every pair is judged once, by somebody who shows why; no link is the paper's unless one of its sentences names both ends. */
export const links: Rule = (guide) => [
  ...guide.links.flatMap((link) => [...ends(guide, link), ...voice(guide, link), ...sources(guide, link)]),
  ...missing(guide),
];

function ends(guide: Guide, link: Link): Problem[] {
  if (link.ends) return [];
  const [from = '', to = '', ...rest] = link.id.split('--');
  if (!from || !to || rest.length > 0)
    return [
      problem(
        link.at(''),
        `link "${link.id}": its file is named after its two ends, such as timetables--internal-funding.mdx. Rename the file.`,
      ),
    ];
  const idsOf = (end: 'from' | 'to') => guide.findings.filter((f) => PAIRINGS.some((p) => p[end] === f.kind)).map((f) => f.id);
  const unread = [...guide.broken].map((ref) => ref.split('/')[1]);
  for (const [end, id] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const known = idsOf(end);
    if (known.includes(id) || unread.includes(id)) continue;
    const turned = idsOf(end === 'from' ? 'to' : 'from').includes(id);
    return [
      problem(
        link.at(''),
        turned
          ? `link "${link.id}": "${id}" may not stand ${end === 'from' ? 'first' : 'last'}. Links run ${directions()}. Rename the file, ends the other way round or others.`
          : `link "${link.id}": there is no entry "${id}" that may stand ${end === 'from' ? 'first' : 'last'}. ${didYouMean(id, known)}Links run ${directions()}.`,
      ),
    ];
  }
  return unread.includes(from) || unread.includes(to)
    ? []
    : [problem(link.at(''), `link "${link.id}": no link runs between these two kinds. Links run ${directions()}.`)];
}

const directions = (): string =>
  listed(
    [...new Set(PAIRINGS.map((p) => p.from))].map(
      (from) =>
        `from ${from} to ${listed(
          PAIRINGS.filter((p) => p.from === from).map((p) => p.to),
          'or',
        )}`,
    ),
  );

function voice(guide: Guide, link: Link): Problem[] {
  const { data } = link;
  if (data.state === 'not-assessed') return [];
  if (data.voice !== 'paper')
    return data.at
      ? [problem(link.at('at'), `at "${data.at}": only a link in the paper's voice names a sentence here. Write it into rests-on.`)]
      : [];
  if (!data.at)
    return [
      problem(
        link.at('voice'),
        `voice paper: name the sentence that links the two, such as at: results-5. No sentence does, as far as we know: then the link is editors' or others'.`,
      ),
    ];
  const sentence = guide.sentences.get(data.at);
  return sentence?.links.includes(link.id)
    ? []
    : [
        problem(
          link.at('voice'),
          `voice paper: ${data.at} does not name both ends as linked, so the link would put words into the authors' mouths. Use editors, or others where a source supports the pair.`,
        ),
      ];
}

function sources(guide: Guide, link: Link): Problem[] {
  const { data } = link;
  if (data.state === 'not-assessed') return [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let touching = 0;
  let supporting = 0;
  for (const [i, { source, stance }] of data.sources.entries()) {
    const place = link.at(`sources.${i}.source`);
    const entry = guide.sources.find((s) => s.id === source);
    if (seen.has(source)) problems.push(problem(place, `sources "${source}": listed twice. Say in one row what it says of this link.`));
    seen.add(source);
    if (source === guide.study.id)
      problems.push(problem(place, `sources "${source}": this is the study itself, which pairs nothing. Name its sentences in rests-on.`));
    else if (!entry && !guide.broken.has(`sources/${source}`))
      problems.push(
        problem(
          place,
          `sources "${source}": no such source. ${didYouMean(
            source,
            guide.sources.map((s) => s.id),
          )}Sources are files of content/sources.`,
        ),
      );
    if (!entry || !link.ends) continue;
    const { from, to } = link.ends;
    if (entry.data.findings.some(({ on }) => on.some((o) => o.to === from.ref || o.to === to.ref))) {
      touching++;
      if (stance !== 'contradicts') supporting++;
    }
  }
  if (data.voice === 'others' && link.ends && touching === 0)
    problems.push(
      problem(
        link.at('voice'),
        `voice others: none of its sources has a finding on ${link.ends.from.ref} or ${link.ends.to.ref}. Name one that has, or use editors.`,
      ),
    );
  else if (data.voice === 'others' && data.state === 'linked' && link.ends && supporting === 0)
    problems.push(
      problem(link.at('voice'), `voice others: no source speaks for the link. Use editors, or judge it contested or not-linked.`),
    );
  return problems;
}

function missing(guide: Guide): Problem[] {
  return PAIRINGS.flatMap(({ from, to }) =>
    grid(guide, from, [to]).rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, link }) => {
        const id = `${row.id}--${column.id}`;
        return link || guide.broken.has(`links/${id}`)
          ? []
          : [
              problem(
                { file: guide.file.replace(/guide\.yaml$/, `links/${id}.mdx`), line: 1, column: 1 },
                `pair ${row.ref} and ${column.ref}: nobody has judged it. Write the file (npm run new -- link ${id}), if only with state: not-assessed and a word why.`,
              ),
            ];
      }),
    ),
  );
}
