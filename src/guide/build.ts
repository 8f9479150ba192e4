import { hashOf } from '../lib/hash.ts';
import { didYouMean, nearest } from '../lib/nearest.ts';
import { listed } from '../lib/text.ts';
import { curly } from '../lib/typography.ts';
import { ASKED } from '../schemas/asked.ts';
import { type GuideData, guideSchema } from '../schemas/guide.ts';
import { type SynonymsData, synonymsSchema } from '../schemas/synonyms.ts';
import { type TeachingData, teachingSchema } from '../schemas/teaching.ts';
import { type WordsData, wordsSchema } from '../schemas/words.ts';
import { countShown, countsOf, withCounts } from './counts.ts';
import { isFinding } from './entries.ts';
import { backlinks } from './graph.ts';
import { type DataOf, factsOf, isKind, KINDS, type Kind, OTHER_KINDS } from './kinds.ts';
import { titleOf } from './labels.ts';
import { endsOf } from './links.ts';
import { readAsked } from './read/asked.ts';
import { isWellNamed, readEntry, readSingle, withoutEnding } from './read/entry.ts';
import { ContentError, type Problem, problem, startOf } from './read/problem.ts';
import { rawProblems, unfinished } from './read/raw.ts';
import { fillIn, finishPart } from './read/runs.ts';
import { RULES } from './rules/index.ts';
import type { Around, Asked, ContentFile, Entry, Guide, Lists, Source, Statement } from './types.ts';

const SINGLES = {
  'guide.yaml': guideSchema,
  'synonyms.yaml': synonymsSchema,
  'teaching.yaml': teachingSchema,
  'words.yaml': wordsSchema,
} as const;

/** Files without which a part of the guide, or of its check, would silently be off. */
const SINGLE_HOLDS = {
  'guide.yaml': 'It holds the name of the guide and the wording of its kinds and voices.',
  'synonyms.yaml': 'It holds the words that stand for each other in a search; write [] if there are none.',
  'words.yaml': 'It holds the words that are refused; write [] if there are none.',
};

/**
 * Reads content files as one guide: form first, file by file, then the rules over the whole.
 * Pure: the same files give the same guide.
 *
 * @param files every file of the content folder; paths begin with the folder
 * @param root the folder
 * @param around what the check knows beside the files: the day, and the routes of the site
 * @returns the guide, frozen
 * @throws ContentError with all problems at once, in reading order
 */
export function buildGuide(files: readonly ContentFile[], root = 'content', around: Around = {}): Guide {
  const problems: Problem[] = [];
  const singles = new Map<string, unknown>();
  const entries = new Map<string, Entry>();
  const asked = new Map<string, Asked>();
  const broken = new Set<string>();
  /** statements of entries whose fields are wrong: checked all the same, so that every slip of a file is told at once */
  const loose: Statement[] = [];

  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [folder = '', ...rest] = file.path.slice(root.length + 1).split('/');
    const name = rest.join('/');
    const raw = rawProblems(file);
    problems.push(...(raw.length > 0 ? raw : unfinished(file)));
    if (raw.length > 0) broken.add(meantRef(folder, name));
    else if (rest.length === 0) {
      if (folder in SINGLES) {
        const single = readSingle(file, SINGLES[folder as keyof typeof SINGLES], problems);
        if (single === undefined) broken.add(folder);
        else singles.set(folder, single);
      } else
        problems.push(
          problem(
            startOf(file.path),
            `file: ${root}/ holds ${listed([...Object.keys(SINGLES), 'folders'])}. ${didYouMean(folder, Object.keys(SINGLES))}Move the file into a folder, or take it out.`,
          ),
        );
    } else if (folder === ASKED) {
      for (const [ref, phrases] of readAsked(file, name, problems) ?? []) asked.set(ref, phrases);
    } else if (!isKind(folder)) {
      broken.add(meantRef(nearest(folder, KINDS) ?? folder, name));
      problems.push(
        problem(startOf(file.path), `folder "${folder}": no such kind of entry. ${didYouMean(folder, KINDS)}Kinds: ${KINDS.join(', ')}.`),
      );
    } else if (!isWellNamed(folder, withoutEnding(name))) {
      broken.add(meantRef(folder, name));
      problems.push(
        problem(
          startOf(file.path),
          `id "${withoutEnding(name)}": a file name is an id and must be lower case words joined by hyphens. Rename the file.`,
        ),
      );
    } else {
      const entry = readEntry(file, folder, name, problems, loose);
      const other = entry && entries.get(entry.ref);
      if (other) problems.push(problem(startOf(file.path), `id "${entry.id}": ${other.file} has the same id. Rename one of the files.`));
      else if (entry) entries.set(entry.ref, entry);
      else broken.add(meantRef(folder, name));
    }
  }

  const about = singles.get('guide.yaml') as GuideData | undefined;
  const guideFile = `${root}/guide.yaml`;
  const named = about && entries.get(`sources/${about.study}`);
  const study = named?.kind === 'sources' ? named : undefined;
  if (about && !study && !broken.has(`sources/${about.study}`))
    problems.push(
      problem(
        startOf(guideFile),
        `study "${about.study}": no such source. ${didYouMean(
          about.study,
          [...entries.values()].filter((e) => e.kind === 'sources').map((e) => e.id),
        )}The study is a file of content/sources.`,
      ),
    );
  for (const [name, holds] of Object.entries(SINGLE_HOLDS))
    if (!files.some((f) => f.path === `${root}/${name}`))
      problems.push(problem(startOf(`${root}/${name}`), `file: it is missing. ${holds}`));
  if (!about || !study) throw new ContentError(unique(problems));

  const words = (singles.get('words.yaml') ?? []) as WordsData;
  const synonyms = (singles.get('synonyms.yaml') ?? []) as SynonymsData;
  const teaching = singles.get('teaching.yaml') as TeachingData | undefined;
  const guide: Guide = {
    ...assemble(about, study, entries, broken.size === 0),
    words,
    synonyms,
    asked,
    teaching,
    broken,
    around,
    file: guideFile,
    digest: digestOf(files),
  };
  const checked = { ...guide, statements: [...guide.statements, ...loose] };
  for (const rule of RULES) problems.push(...rule(checked));
  if (problems.length > 0) throw new ContentError(unique(problems));
  return deepFreeze(guide);
}

/** @param whole false where a file could not be read: then nothing can be counted, and no text gets a number */
function assemble(about: GuideData, study: Source, read: ReadonlyMap<string, Entry>, whole: boolean) {
  const all = [...read.values()];
  const rank = (entry: Entry): number => KINDS.indexOf(entry.kind) * 1000 + orderIn(entry.kind, entry);
  const ordered = all.sort((a, b) => rank(a) - rank(b) || (a.ref < b.ref ? -1 : 1));
  const entries = new Map(ordered.map((entry) => [entry.ref, entry]));
  const links = ordered
    .filter((entry) => entry.kind === 'links')
    .map((link) => Object.assign(link, { ends: endsOf(link.id, entries) }))
    .sort((a, b) =>
      a.ends && b.ends ? rank(a.ends.from) - rank(b.ends.from) || rank(a.ends.to) - rank(b.ends.to) : a.ref < b.ref ? -1 : 1,
    );
  const lists = Object.fromEntries(OTHER_KINDS.map((kind) => [kind, ordered.filter((entry) => entry.kind === kind)])) as unknown as Lists;
  const guide = {
    ...lists,
    about,
    entries,
    findings: ordered.filter(isFinding),
    links,
    study,
    statements: ordered.flatMap((e) => e.statements),
  };
  const counts = countsOf(guide);
  const counted = (name: string): string => (whole ? countShown(counts.get(name) ?? 0) : '…');
  const show = (name: string, value: string): string => {
    if (name === 'Count') return counted(value);
    const entry = entries.get(name === 'Cite' ? `sources/${value}` : value);
    return entry ? titleOf(entry) : '…';
  };
  for (const entry of ordered) {
    entry.prose = curly(fillIn(entry.prose, show));
    for (const statement of entry.statements) statement.text = curly(fillIn(statement.text, show));
    for (const block of entry.blocks) if ('parts' in block) for (const part of block.parts) finishPart(part, show);
    const [answer] = entry.statements;
    if (entry.kind === 'figures' && answer) answer.text = withCounts(answer.text, counted);
  }
  const moved = new Map(ordered.flatMap((entry) => entry.data.formerly.map((id): [string, string] => [`${entry.kind}/${id}`, entry.ref])));
  return {
    ...guide,
    counts,
    sentences: new Map(study.data.sentences.map((s) => [s.id, s])),
    backlinks: backlinks(entries),
    moved,
  };
}

const orderIn = <K extends Kind>(kind: K, { data, id }: { data: DataOf[K]; id: string }): number => factsOf(kind).order(data, id);

/** The reference that a file which cannot be read seems to be meant for, so that what points to it is not to blame. */
const meantRef = (folder: string, name: string): string =>
  `${folder}/${withoutEnding(name)
    .toLowerCase()
    .replace(/[^a-z0-9/-]+/g, '-')}`.replace(/\/$/, '');

const unique = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((p) => [`${p.file}:${p.line}:${p.column} ${p.message}`, p])).values(),
];

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(child);
  }
  return value;
}

/** One text for files, by path and text, whatever their order. */
const digestOf = (files: readonly ContentFile[]): string =>
  hashOf([...files].sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ path, text }) => [path, text])).toString('hex');
