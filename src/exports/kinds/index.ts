import type { z } from 'astro/zod';
import type { Kind, OtherKind } from '../../guide/kinds.ts';
import { ofFindings } from '../../schemas/kinds.ts';
import { caseJson, realCase } from './case.ts';
import { change, changeJson } from './change.ts';
import { checkJson, checkQuestion } from './check-question.ts';
import { document, documentJson } from './document.ts';
import type { Exported } from './exported.ts';
import { figure, figureJson } from './figure.ts';
import { finding, findingJson } from './finding.ts';
import { lesson, lessonJson } from './lesson.ts';
import { link } from './link.ts';
import { mechanism, mechanismJson } from './mechanism.ts';
import { page, pageJson } from './page.ts';
import { quizJson, quizQuestion } from './quiz-question.ts';
import { source, sourceJson } from './source.ts';
import { term, termJson } from './term.ts';

/** How each kind leaves the guide. */
const EXPORTED: { readonly [K in Kind]: Exported<K, EntryJson> } = {
  ...ofFindings(finding),
  links: link,
  sources: source,
  glossary: term,
  figures: figure,
  lessons: lesson,
  quiz: quizQuestion,
  questions: checkQuestion,
  cases: realCase,
  mechanisms: mechanism,
  changes: change,
  documents: document,
  pages: page,
};

/** What stands among the entries of `guide.json` beside findings, by kind; a pair has a part of its own there. */
const OTHER_SCHEMAS = {
  figures: figureJson,
  lessons: lessonJson,
  quiz: quizJson,
  questions: checkJson,
  cases: caseJson,
  mechanisms: mechanismJson,
  changes: changeJson,
  documents: documentJson,
  pages: pageJson,
  sources: sourceJson,
  glossary: termJson,
  links: undefined,
} satisfies Record<OtherKind, z.ZodObject | undefined>;
export const ENTRY_SCHEMAS = [findingJson, ...Object.values(OTHER_SCHEMAS).filter((schema) => schema !== undefined)] as const;
type EntryJson = z.infer<(typeof ENTRY_SCHEMAS)[number]>;

/** How an entry of a kind leaves the guide. */
export const exportedAs = <K extends Kind>(kind: K): Exported<K, EntryJson> => EXPORTED[kind];
