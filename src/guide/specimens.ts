import { VOICES, type Voice } from '../lib/voices.ts';
import { isFinding } from './entries.ts';
import type { Guide, Statement } from './types.ts';

/** Statements of a body: what stands above the first heading is set otherwise. */
const inBody = ({ section }: Statement): boolean => section !== '';

/**
 * A real statement of each voice, to show how it looks: of the finding that speaks in most voices, the first of those that
 * do. A voice it lacks comes from elsewhere, with its shortest statement; one that nobody speaks in has none.
 */
export function specimensOf({ findings, statements }: Pick<Guide, 'findings' | 'statements'>): ReadonlyMap<Voice, Statement> {
  const voicesOf = (own: readonly Statement[]): number => new Set(own.filter(inBody).map(({ voice }) => voice)).size;
  const [richest] = [...findings].filter(isFinding).sort((a, b) => voicesOf(b.statements) - voicesOf(a.statements));
  const shortest = [...statements].filter(inBody).sort((a, b) => a.text.length - b.text.length);
  return new Map(
    VOICES.flatMap((voice) => {
      const found = richest?.statements.find((own) => inBody(own) && own.voice === voice) ?? shortest.find((own) => own.voice === voice);
      return found ? [[voice, found] as const] : [];
    }),
  );
}
