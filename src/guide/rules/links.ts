import { didYouMean, nearest } from '../../lib/nearest.ts';
import { listed } from '../../lib/text.ts';
import { ID } from '../../schemas/common.ts';
import { FINDING_KINDS, type FindingKind, type LinkState, type Stance } from '../../schemas/kinds.ts';
import type { JudgedLinkData } from '../../schemas/link.ts';
import { grid } from '../links.ts';
import { type Problem, problem } from '../read/problem.ts';
import { LINKED_FROM, PAIRINGS } from '../relations.ts';
import type { Guide, Link } from '../types.ts';
import type { Rule } from './rule.ts';

/** Every pair is judged once, by somebody who shows why; no link is the paper's unless one of its sentences names both ends. */
export const links: Rule = (guide) => [
  ...guide.links.flatMap((link) => [...ends(guide, link), ...voice(guide, link), ...sources(guide, link), ...byWayOf(guide, link)]),
  ...missing(guide),
];

/** Why a link has no two ends. A malformed id is told by the rule of ids, an end that could not be read by its own file. */
function ends(guide: Guide, link: Link): Problem[] {
  if (link.ends || !link.id.split('--').every((end) => ID.test(end))) return [];
  const tell = (why: string): Problem[] => [problem(link.at(''), `link "${link.id}": ${why}`)];
  const [from = '', to = '', ...rest] = link.id.split('--');
  if (!to || rest.length > 0)
    return tell('a link has two ends, and its file is named after both, such as timetables--internal-funding.mdx. Rename the file.');
  const unread = (id: string): boolean => FINDING_KINDS.some((kind) => guide.broken.has(`${kind}/${id}`));
  const kinds = { from: kindsOf(guide, from), to: kindsOf(guide, to) };
  const meant = meantBy(guide, link.id);
  const rename = meant && (taken(guide, meant) ? `${meant}.mdx is there already: take this file out.` : `Rename the file: ${meant}.mdx.`);
  for (const [end, id] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (kinds[end].length > 0 || unread(id)) continue;
    const live = renamed(guide, end, id);
    if (live)
      return tell(`"${id}" was renamed to "${live}". ${rename ?? 'Rename the file.'} To keep its address, add formerly: [${link.id}].`);
    const near = didYouMean(id, idsOf(guide, end));
    return tell(
      `there is no entry "${id}". ${near || `A link begins and ends with the id of an entry. Links run ${directions()}. `}${rename ?? 'Rename the file, or take it out.'}`,
    );
  }
  if (unread(from) || unread(to)) return [];
  return tell(
    meant
      ? `its ends stand the wrong way round. Links run ${directions()}. ${rename}`
      : `no link runs from ${listed(kinds.from, 'or')} to ${listed(kinds.to, 'or')}. Links run ${directions()}. Rename the file, or take it out.`,
  );
}

const kindsOf = (guide: Guide, id: string): FindingKind[] => guide.findings.filter((f) => f.id === id).map((f) => f.kind);

/** Ids that may stand at an end. */
const idsOf = (guide: Guide, end: 'from' | 'to'): string[] =>
  guide.findings.filter((f) => PAIRINGS.some((p) => p[end] === f.kind)).map((f) => f.id);

const renamed = (guide: Guide, end: 'from' | 'to', id: string): string | undefined =>
  PAIRINGS.flatMap((p) => guide.moved.get(`${p[end]}/${id}`) ?? [])[0]?.split('/')[1];

const taken = (guide: Guide, id: string): boolean => guide.entries.has(`links/${id}`) || guide.broken.has(`links/${id}`);

/** The pair that a misnamed file seems to be: an end was renamed or mistyped, or the ends were turned round. */
function meantBy(guide: Guide, id: string): string | undefined {
  const [from = '', to = '', ...rest] = id.split('--');
  if (!to || rest.length > 0) return undefined;
  const live = (end: 'from' | 'to', name: string): string =>
    kindsOf(guide, name).length > 0 ? name : (renamed(guide, end, name) ?? nearest(name, idsOf(guide, end)) ?? name);
  const runs = (a: string, b: string): boolean =>
    PAIRINGS.some((p) => kindsOf(guide, a).includes(p.from) && kindsOf(guide, b).includes(p.to));
  if (runs(live('from', from), live('to', to))) return `${live('from', from)}--${live('to', to)}`;
  return runs(to, from) ? `${to}--${from}` : undefined;
}

const directions = (): string =>
  listed(
    LINKED_FROM.map(
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
        `voice paper: at is missing. Name the sentence that links the two, such as at: results-2. If none does, use editors, or others where a source speaks of the pair.`,
      ),
    ];
  const sentence = guide.sentences.get(data.at);
  return !sentence || sentence.links.includes(link.id)
    ? []
    : [
        problem(
          link.at('voice'),
          `voice paper: ${data.at} does not name both ends as linked, so the link would put words into the authors' mouths. Use editors, or others where a source speaks of the pair.`,
        ),
      ];
}

/** Stances by which a source that speaks of the pair can carry a link in others' voice. A refinement adds a condition, and takes no side. */
const CARRIES: Record<Exclude<LinkState, 'not-assessed'>, readonly Stance[]> = {
  linked: ['supports', 'refines'],
  contested: ['supports', 'contradicts'],
  'not-linked': ['refines', 'contradicts'],
  'may-worsen': ['contradicts'],
};

function sources(guide: Guide, link: Link): Problem[] {
  const { data, ends } = link;
  if (data.state === 'not-assessed') return [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  /** false where a source or what it bears on has a slip of its own: what it says of this pair cannot be told then */
  let clear = true;
  const onAnEnd = new Set<string>();
  for (const [i, { source }] of data.sources.entries()) {
    const tell = (why: string): void => {
      problems.push(problem(link.at(`sources.${i}.source`), `sources "${source}": ${why}`));
    };
    if (seen.has(source)) {
      tell('listed twice. Say in one row what it says of this link.');
      continue;
    }
    seen.add(source);
    const entry = guide.sources.find((s) => s.id === source);
    if (source === guide.study.id) tell('this is the study itself, not another voice. Name its sentences in rests-on.');
    else if (!entry && !guide.broken.has(`sources/${source}`)) {
      const live = guide.moved.get(`sources/${source}`)?.split('/')[1];
      const others = guide.sources.filter((s) => s !== guide.study).map((s) => s.id);
      tell(
        live ? `it was renamed. Write "${live}".` : `no such source. ${didYouMean(source, others)}Sources are files of content/sources.`,
      );
    }
    if (!entry || source === guide.study.id || !entry.data.findings.every(({ on }) => on.every(({ to }) => guide.entries.has(to)))) {
      clear = false;
      continue;
    }
    if (entry.data.findings.some(({ on }) => on.some((o) => o.to === ends?.from.ref || o.to === ends?.to.ref))) onAnEnd.add(source);
  }
  problems.push(...sides(link, data), ...despite(link, data));
  if (data.voice !== 'others' || !ends || !clear) return problems;
  const onPair = data.sources.filter((bearing) => bearing['speaks-of'] === 'pair');
  const carrying = onPair.filter(({ stance }) => CARRIES[data.state].includes(stance));
  const why =
    data.sources.length === 0
      ? 'no source is named, so nobody else speaks. Name under "sources" who speaks of the pair, or use editors.'
      : onPair.length === 0
        ? 'each of its sources speaks of one end, so the pairing is ours. Use editors, or name a source that speaks of the pair.'
        : carrying.length === 0
          ? `no source that speaks of the pair ${listed(CARRIES[data.state], 'or')} the link, so none says what the state "${data.state}" says. Use editors, or judge the pair again.`
          : carrying.every(({ source }) => !onAnEnd.has(source))
            ? `none of the sources that carry it has a finding on ${ends.from.ref} or ${ends.to.ref}. Write that finding into the source, or use editors.`
            : undefined;
  return why ? [...problems, problem(link.at('voice'), `voice others: ${why}`)] : problems;
}

/** A contested link has, on the pair itself, a source for it and a source against it. */
function sides(link: Link, { state, sources }: JudgedLinkData): Problem[] {
  if (state !== 'contested' || sources.length === 0) return [];
  const lacking = (['supports', 'contradicts'] as const).filter(
    (side) => !sources.some((bearing) => bearing['speaks-of'] === 'pair' && bearing.stance === side),
  );
  return lacking.length === 0
    ? []
    : [
        problem(
          link.at('state'),
          `state contested: no source that speaks of the pair ${listed(lacking, 'or')} the link. A contested link has one of each; a source that refines takes no side. Name it, or judge the pair again.`,
        ),
      ];
}

/** Why a pair is not linked although a source supports the link: said where that is so, and only there. */
function despite(link: Link, data: JudgedLinkData): Problem[] {
  if (data.state !== 'not-linked') return [];
  const supporting = data.sources.filter(({ stance }) => stance === 'supports').map(({ source }) => `"${source}"`);
  if (data.despite !== undefined)
    return supporting.length > 0
      ? []
      : [problem(link.at('despite'), 'despite: no source here supports the link, so there is nothing to explain. Take it out.')];
  return supporting.length === 0 || data.sources.some(({ stance }) => stance === 'contradicts')
    ? []
    : [
        problem(
          link.at('state'),
          `despite: is missing: ${listed(supporting)} ${supporting.length === 1 ? 'supports' : 'support'} the link and no source contradicts it. Say in despite why the pair is not linked all the same, or judge it again.`,
        ),
      ];
}

/** What a response works by way of: findings that are there, each once, and no end of the pair. */
function byWayOf(guide: Guide, link: Link): Problem[] {
  const refs = link.data.state === 'not-linked' ? (link.data['by-way-of'] ?? []) : [];
  return refs.flatMap((ref, i) => {
    const live = guide.moved.get(ref);
    const why =
      refs.indexOf(ref) < i
        ? 'named twice. Take one out.'
        : ref === link.ends?.from.ref || ref === link.ends?.to.ref
          ? 'this is an end of the pair itself. Name what stands between the two, or take it out.'
          : guide.findings.some((finding) => finding.ref === ref) || guide.broken.has(ref)
            ? undefined
            : live
              ? `it was renamed. Write "${live}".`
              : `there is no such finding. ${didYouMean(
                  ref,
                  guide.findings.map((finding) => finding.ref),
                )}Findings are files of content/, named folder/file.`;
    return why ? [problem(link.at(`by-way-of.${i}`), `by-way-of "${ref}": ${why}`)] : [];
  });
}

function missing(guide: Guide): Problem[] {
  const meant = new Set(guide.links.filter((link) => !link.ends).map((link) => meantBy(guide, link.id)));
  return PAIRINGS.flatMap(({ from, to }) =>
    grid(guide, from, [to]).rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, link }) => {
        const id = `${row.id}--${column.id}`;
        return link || meant.has(id) || guide.broken.has(`links/${id}`)
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
