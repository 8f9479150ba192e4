import type { Sentence } from '../schemas/source.ts';
import type { Guide, Statement } from './types.ts';

/** A sentence of the study's abstract with the statements that rest on it. */
export interface SentenceUse {
  sentence: Sentence;
  /** what the guide puts into the paper's voice on this sentence */
  paper: Statement[];
  /** inferences that name this sentence as what they rest on */
  inferred: Statement[];
}

/** Sentence by sentence, in the abstract's order: what rests on it. */
export const sentenceUses = ({ study, statements }: Pick<Guide, 'study' | 'statements'>): SentenceUse[] =>
  study.data.sentences.map((sentence) => ({
    sentence,
    paper: statements.filter((s) => s.voice === 'paper' && s.at.includes(sentence.id)),
    inferred: statements.filter((s) => s.voice === 'editors' && s.from.includes(sentence.id)),
  }));

/** Statements by the page they stand on, pages in first-seen order. */
export function byPage(statements: readonly Statement[]): { page: string; statements: Statement[] }[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of statements) groups.set(statement.page, [...(groups.get(statement.page) ?? []), statement]);
  return [...groups].map(([page, list]) => ({ page, statements: list }));
}
