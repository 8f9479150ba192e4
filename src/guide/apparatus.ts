import { LINK_STATES, type LinkState } from '../lib/link-states.ts';
import type { LinkVoice } from '../lib/voices.ts';
import type { Sentence } from '../schemas/source.ts';
import { findingOf } from './entries.ts';
import { isJudged, type JudgedLink, pairsOf } from './links.ts';
import { sentenceUses } from './sentences.ts';
import type { Finding, Guide, Statement } from './types.ts';

/** Pairs in one state, each with the finding at its other end. */
export interface Paired {
  state: LinkState;
  pairs: { link: JudgedLink; other: Finding }[];
}

/** What rests on a line and speaks of one finding that the line names. */
export interface Subject {
  finding: Finding;
  /** statements of its page that pass the line on */
  paper: Statement[];
  /** what other publications say on its page; empty where that stands under another line */
  others: Statement[];
  /** number of the line under which it stands instead; undefined where it stands here */
  see: number | undefined;
  /** inferences of its page from this line */
  editors: Statement[];
  /** its pairs that rest on this line, by whose judgment they are */
  pairs: Record<LinkVoice, Paired[]>;
}

/** A sentence of the abstract as a line of its edition, with all that rests on it. Each statement stands in one place. */
export interface Line {
  number: number;
  sentence: Sentence;
  subjects: Subject[];
  /** what rests on the line and stands neither on the page of a finding that it names nor on that of its pair */
  rest: { paper: Statement[]; editors: Statement[] };
  /** how many statements there are of each voice; those of other publications speak of a finding that the line names */
  counts: Record<LinkVoice, number>;
}

/**
 * The apparatus of the study's abstract, line by line. What other publications say of a finding stands once: under the last
 * line that names it, where an earlier one only announces it.
 */
export function apparatusOf(guide: Pick<Guide, 'study' | 'statements' | 'entries' | 'links'>): Line[] {
  const uses = sentenceUses(guide);
  const lastLine = new Map(uses.flatMap(({ sentence }, i) => sentence.about.map((ref) => [ref, i + 1] as const)));
  return uses.map(({ sentence, paper, inferred }, i) => {
    const placed = new Set<JudgedLink>();
    const subjects = sentence.about.map((ref): Subject => {
      const finding = findingOf(guide, ref);
      const see = lastLine.get(ref) === i + 1 ? undefined : lastLine.get(ref);
      const own = pairsOf(guide, finding)
        .filter(isJudged)
        .filter((link) => !placed.has(link) && link.data['rests-on'].includes(sentence.id));
      for (const link of own) placed.add(link);
      const of = (voice: LinkVoice): Paired[] =>
        LINK_STATES.map((state) => ({
          state,
          pairs: own
            .filter(({ data }) => data.voice === voice && data.state === state)
            .map((link) => ({ link, other: link.ends.from === finding ? link.ends.to : link.ends.from })),
        })).filter(({ pairs }) => pairs.length > 0);
      return {
        finding,
        see,
        paper: paper.filter(({ page }) => page === ref),
        others: see ? [] : guide.statements.filter(({ page, voice }) => page === ref && voice === 'others'),
        editors: inferred.filter(({ page }) => page === ref),
        pairs: { paper: of('paper'), others: of('others'), editors: of('editors') },
      };
    });
    const reasons = new Set([...placed].flatMap(({ statements: [reason] }) => reason ?? []));
    const elsewhere = (statement: Statement): boolean => !sentence.about.includes(statement.page) && !reasons.has(statement);
    return {
      number: i + 1,
      sentence,
      subjects,
      rest: { paper: paper.filter(elsewhere), editors: inferred.filter(elsewhere) },
      counts: {
        paper: paper.length,
        others:
          subjects.reduce((sum, { others }) => sum + others.length, 0) + [...placed].filter(({ data }) => data.voice === 'others').length,
        editors: inferred.length,
      },
    };
  });
}
