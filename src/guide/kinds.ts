import type { z } from 'astro/zod';
import { keysOf } from '../lib/records.ts';
import { type CaseData, caseSchema } from '../schemas/case.ts';
import { type ChangeData, changeSchema } from '../schemas/change.ts';
import { type DocumentData, documentSchema } from '../schemas/document.ts';
import { type FigureData, figureSchema } from '../schemas/figure.ts';
import { type FindingData, findingSchema } from '../schemas/finding.ts';
import { type GlossaryData, glossarySchema } from '../schemas/glossary.ts';
import { FIGURES, FINDING_KINDS, isFigureId, ofFindings } from '../schemas/kinds.ts';
import { type LessonData, lessonSchema } from '../schemas/lesson.ts';
import { type LinkData, linkSchema } from '../schemas/link.ts';
import { type MechanismData, mechanismSchema } from '../schemas/mechanism.ts';
import { type PageData, pageSchema } from '../schemas/page.ts';
import { type QuestionData, questionSchema } from '../schemas/question.ts';
import { type QuizData, quizSchema } from '../schemas/quiz.ts';
import { type SourceData, sourceSchema } from '../schemas/source.ts';

/** What is true of every entry of a kind. What a kind is as data, as Markdown and in search stands in `src/exports/kinds`. */
interface Facts<D> {
  /** of a file: fields alone (`yaml`), or fields with a body (`mdx`) */
  ending: 'yaml' | 'mdx';
  schema: z.ZodType<D>;
  /** one of them, for readers, with a capital; of a finding guide.yaml has it */
  label: string;
  /** several of them, where the label with an s at its end does not name them */
  many?: string;
  /** the name of an entry for a list */
  title(data: D, id: string): string;
  /** its place in lists of its kind; those of one place stand by id */
  order(data: D, id: string): number;
  /** the day somebody last read or judged it */
  day(data: D): string | undefined;
  /** the sentence with a voice that opens its page */
  answer?(data: D): (FindingData | FigureData)['answer'];
  /** true where every paragraph of the body stands in a voice; `data` is undefined where the fields are wrong */
  voiced(data: D | undefined): boolean;
  /** fields outside statements in which the editors speak, as paths; `*` is each of a list */
  ours(data: D): readonly string[];
  /** fields outside statements in which we pass on what others say */
  theirs?: readonly string[];
  /** the lists that it stands in beside those of its kind, whether it has a picture for shared links, and phrases in `content/asked` */
  listed: readonly ('a-to-z' | 'picture' | 'asked')[];
}

const none = (): [] => [];
const first = (): number => 0;
const yes = (): boolean => true;
const no = (): boolean => false;

const finding: Facts<FindingData> = {
  ending: 'mdx',
  schema: findingSchema,
  label: 'Finding',
  title: ({ title }) => title,
  order: ({ order }) => order,
  day: ({ reviewed }) => reviewed,
  answer: ({ answer }) => answer,
  voiced: yes,
  ours: () => ['questions.*', 'next.*.why', 'recognise'],
  listed: ['a-to-z', 'picture', 'asked'],
};

const links: Facts<LinkData> = {
  ending: 'mdx',
  schema: linkSchema,
  label: 'Link',
  title: (_, id) => id,
  order: first,
  day: ({ judged }) => judged,
  voiced: yes,
  ours: ({ state }) => (state === 'not-assessed' ? ['reason'] : ['against', 'would-change-our-mind', 'despite']),
  theirs: ['sources.*.says'],
  listed: [],
};

const sources: Facts<SourceData> = {
  ending: 'yaml',
  schema: sourceSchema,
  label: 'Source',
  title: ({ short }) => short,
  order: first,
  day: ({ reviewed }) => reviewed,
  voiced: no,
  ours: () => ['findings.*.on.*.reason', 'findings.*.not-used'],
  theirs: ['findings.*.text'],
  listed: ['a-to-z', 'asked'],
};

const glossary: Facts<GlossaryData> = {
  ending: 'yaml',
  schema: glossarySchema,
  label: 'Term',
  title: ({ term }) => term,
  order: first,
  day: () => undefined,
  voiced: no,
  ours: () => ['definition'],
  listed: ['a-to-z', 'asked'],
};

const figures: Facts<FigureData> = {
  ending: 'mdx',
  schema: figureSchema,
  label: 'Figure',
  title: ({ title }) => title,
  order: (_, id) => (isFigureId(id) ? FIGURES.indexOf(id) : -1),
  day: ({ reviewed }) => reviewed,
  answer: ({ answer }) => answer,
  voiced: yes,
  ours: () => ['next.*.why', 'how', 'credit', 'words.*', 'calendars.*.name', 'calendars.*.events.*.label'],
  listed: ['a-to-z', 'picture', 'asked'],
};

const lessons: Facts<LessonData> = {
  ending: 'mdx',
  schema: lessonSchema,
  label: 'Lesson',
  title: ({ title }) => title,
  order: ({ order }) => order,
  day: ({ reviewed }) => reviewed,
  voiced: yes,
  ours: () => [
    'questions.*',
    'next.*.why',
    'description',
    'setting',
    'group',
    'objectives.*.can',
    'before.*.why',
    'bring.*',
    'adaptations.*.how',
    'check-out.ask',
    'check-out.listen-for',
    'case.projects.*.name',
    'case.projects.*.about',
    'case.projects.*.wanted',
  ],
  listed: ['a-to-z', 'picture', 'asked'],
};

const quiz: Facts<QuizData> = {
  ending: 'yaml',
  schema: quizSchema,
  label: 'Quiz question',
  title: ({ prompt }) => prompt,
  order: ({ order }) => order,
  day: ({ reviewed }) => reviewed,
  voiced: no,
  ours: () => [
    'prompt',
    'choices.*.text',
    'choices.*.feedback',
    'pairs.*.left',
    'pairs.*.right',
    'pairs.*.feedback',
    'items.*',
    'feedback',
  ],
  listed: [],
};

const questions: Facts<QuestionData> = {
  ending: 'yaml',
  schema: questionSchema,
  label: 'Question',
  title: ({ ask }) => ask,
  order: ({ order }) => order,
  day: ({ reviewed }) => reviewed,
  voiced: no,
  ours: () => ['ask', 'talk', 'because', 'looks.*'],
  listed: [],
};

const changes: Facts<ChangeData> = {
  ending: 'yaml',
  schema: changeSchema,
  label: 'Change',
  title: ({ title }) => title,
  order: first,
  day: ({ reviewed }) => reviewed,
  voiced: no,
  ours: none,
  theirs: ['title', 'thread'],
  listed: [],
};

const cases: Facts<CaseData> = {
  ending: 'yaml',
  schema: caseSchema,
  label: 'Case',
  title: ({ name }) => name,
  order: first,
  day: ({ reviewed }) => reviewed,
  voiced: no,
  ours: none,
  theirs: ['name', 'short', 'system'],
  listed: ['a-to-z', 'asked'],
};

const mechanisms: Facts<MechanismData> = {
  ending: 'yaml',
  schema: mechanismSchema,
  label: 'Way of paying',
  many: 'Ways of paying',
  title: ({ name }) => name,
  order: first,
  day: ({ reviewed }) => reviewed,
  voiced: no,
  ours: () => ['bears-on.*.why'],
  theirs: ['name', 'payer', 'pays-for', 'lasts', 'sum', 'who-may-apply', 'status'],
  listed: ['a-to-z', 'asked'],
};

const documents: Facts<DocumentData> = {
  ending: 'yaml',
  schema: documentSchema,
  label: 'Document',
  title: ({ title }) => title,
  order: ({ order }) => order,
  day: ({ reviewed }) => reviewed,
  answer: ({ answer }) => answer,
  voiced: no,
  ours: () => [
    'for',
    'next.*.why',
    'example.note',
    'parts.*.heading',
    'parts.*.fields.*.text',
    'parts.*.fields.*.label',
    'parts.*.fields.*.items.*',
    'parts.*.fields.*.columns.*',
    'parts.*.fields.*.rows.*.*',
    'parts.*.fields.*.filled',
    'parts.*.fields.*.filled.*.*',
  ],
  listed: ['a-to-z', 'picture', 'asked'],
};

const pages: Facts<PageData> = {
  ending: 'mdx',
  schema: pageSchema,
  label: 'Page',
  title: ({ title }) => title,
  order: first,
  day: ({ reviewed }) => reviewed,
  voiced: (data) => data?.voice === 'each',
  ours: () => ['next.*.why', 'description'],
  listed: ['a-to-z', 'picture', 'asked'],
};

/** Every kind that is no finding, in the order in which entries are told. A kind that is not here does not exist. */
const OTHERS = { links, sources, glossary, figures, lessons, quiz, questions, cases, mechanisms, changes, documents, pages };

const TABLE = {
  ...ofFindings(finding),
  ...OTHERS,
};

/** All kinds of entry: each is a folder of `content/`. */
export type Kind = keyof typeof TABLE;
/** The kinds that are no findings: the guide holds a list of each under its name. */
export type OtherKind = keyof typeof OTHERS;
/** The fields of an entry by its kind. */
export type DataOf = { [K in Kind]: z.infer<(typeof TABLE)[K]['schema']> };
const FACTS: { readonly [K in Kind]: Facts<DataOf[K]> } = TABLE;

export const KINDS: readonly Kind[] = [...FINDING_KINDS, ...keysOf(OTHERS)];
export const OTHER_KINDS: readonly OtherKind[] = keysOf(OTHERS);
export const isKind = (name: string): name is Kind => Object.hasOwn(TABLE, name);

/** What is true of every entry of a kind. */
export const factsOf = <K extends Kind>(kind: K): Facts<DataOf[K]> => FACTS[kind];

/** Kinds whose entries search finds by phrases: each may have a file in `content/asked`. */
export const ASKED_KINDS: readonly Kind[] = KINDS.filter((kind) => factsOf(kind).listed.includes('asked'));
