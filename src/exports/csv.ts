import { accountOf, factOf } from '../guide/facts.ts';
import { byWayOf } from '../guide/links.ts';
import type { Guide } from '../guide/types.ts';
import { ASPECTS } from '../lib/aspects.ts';
import { type Columns, tableText } from '../lib/csv.ts';
import { sumWords } from '../lib/sums.ts';
import type { AddressFor } from './addresses.ts';

/** `links.csv`: one row for each pair, judged or not. */
export const LINK_COLUMNS = {
  from: 'the one end, such as gaps/timetables',
  to: 'the other end',
  state: 'what became of the pair: linked, contested, not-linked, may-worsen or not-assessed',
  voice: 'whose judgment it is; empty where there is none',
  reason: 'why the two belong together or not',
  against: 'the best case against the judgment; always the editors’',
  would_change: 'what the editors would have to see to judge otherwise',
  sources: 'ids of the sources that bear on the pair, joined by "; "',
  judged: 'the day somebody last judged the pair, or last said that nobody could',
  by_way_of: 'not-linked: the findings by way of which alone the response works, joined by "; "',
  despite: 'not-linked: why, although a source supports the link; always the editors’',
} as const satisfies Columns;

/** `statements.csv`: one row for each statement. */
export const STATEMENT_COLUMNS = {
  page: 'the entry it stands on, such as gaps/timetables',
  id: 'its name on that page; permanent',
  voice: 'whose statement it is',
  section: 'the heading it stands under; empty for an answer or a reason',
  text: 'the statement, without markup',
  at: 'paper: sentences of the abstract it rests on, joined by "; "',
  from: 'editors: what it rests on, joined by "; "; #name is a statement on the same page',
  because: 'editors: the reason',
  source: 'others: the id of the source',
  stance: 'others: how the source bears on the study: supports, refines or contradicts',
  where: 'unknown: where the answer may be found',
  address: 'where to read it',
} as const satisfies Columns;

/** `cases.csv`: one row for each fact of a case. */
export const CASE_COLUMNS = {
  case: 'the case: its id',
  name: 'its full name',
  organization: 'the one organization that runs it; empty where there are several',
  country: 'where it is',
  system: 'what kind of place it is in',
  about: 'what the fact is about: pays, chooses, speed, people, decides, reports or limits',
  text: 'what the source says, in our words',
  dated: 'of when that is, as the source shows it',
  own: 'own where the program or its payer tells of itself, other where somebody else tells',
  payers: 'who pays, as this fact documents it, joined by "; "',
  sums: 'the sums it prints, each in its own currency, joined by "; "',
  source: 'the source: its id',
  fact: 'the finding of the source: its id',
  address: 'where to read the case',
} as const satisfies Columns;

/** `money.csv`: one row for each way of paying. */
export const MONEY_COLUMNS = {
  id: 'its name; permanent',
  name: 'what this way of paying is called',
  payer: 'who pays, as the source tells it',
  payers: 'the same in the words of guide.yaml, joined by "; "',
  country: 'where it runs',
  pays_for: 'what the money is for',
  lasts: 'how long the money lasts; empty where nothing was found',
  sum: 'the sum as printed; empty where nothing was found',
  who_may_apply: 'who may apply; empty where nothing was found',
  status: 'what is known of its state',
  as_of: 'of when that is',
  source: 'the source: its id',
  fact: 'the finding of the source: its id',
  cases: 'cases that are paid in this way, joined by "; "',
  address: 'where to read it',
} as const satisfies Columns;

/** A CSV file as the site serves it; its first line names the columns. */
export const csvFile = (text: string): Response =>
  new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' } });

const joined = (ids: readonly string[]): string => ids.join('; ');

/** All pairs as CSV, in the order of their ends. */
export const linksCsv = (guide: Guide): string =>
  tableText(
    LINK_COLUMNS,
    guide.links.flatMap((link) => {
      const { ends, data } = link;
      if (!ends) return [];
      const judged = data.state === 'not-assessed' ? undefined : data;
      return {
        from: ends.from.ref,
        to: ends.to.ref,
        state: data.state,
        voice: judged?.voice ?? '',
        reason: data.reason,
        against: judged?.against ?? '',
        would_change: judged?.['would-change-our-mind'] ?? '',
        sources: joined(judged?.sources.map(({ source }) => source) ?? []),
        judged: data.judged,
        by_way_of: joined(byWayOf(guide, link).map(({ ref }) => ref)),
        despite: (data.state === 'not-linked' && data.despite) || '',
      };
    }),
  );

/**
 * All statements as CSV, in the order of pages and bodies.
 *
 * @param addressFor see `guideJson`
 */
export const statementsCsv = (guide: Guide, addressFor: AddressFor): string =>
  tableText(
    STATEMENT_COLUMNS,
    guide.statements.map(({ page, id, voice, section, text, at, from, because, source, stance, where }) => ({
      page,
      id,
      voice,
      section,
      text,
      at: joined(at),
      from: joined(from),
      because: because ?? '',
      source: source ?? '',
      stance: stance ?? '',
      where: where ?? '',
      address: addressFor(page, id),
    })),
  );

/**
 * Every fact of every case as CSV, case by case.
 *
 * @param addressFor see `guideJson`
 */
export const casesCsv = (guide: Guide, addressFor: AddressFor): string =>
  tableText(
    CASE_COLUMNS,
    guide.cases.flatMap((one) =>
      ASPECTS.flatMap((about) =>
        one.data.facts[about].map((name) => {
          const { source, finding } = factOf(guide, name);
          return {
            case: one.id,
            name: one.data.name,
            organization: one.data.organization ?? '',
            country: one.data.country,
            system: one.data.system,
            about,
            text: finding.text,
            dated: finding.dated ?? '',
            own: accountOf(finding),
            payers: joined(one.data.payers.filter(({ fact }) => fact === name).map(({ payer }) => payer)),
            sums: joined(finding.sums.map((sum) => `${sumWords(sum)}: ${sum.of}`)),
            source: source.id,
            fact: finding.id,
            address: addressFor(one.ref),
          };
        }),
      ),
    ),
  );

/**
 * All ways of paying as CSV.
 *
 * @param addressFor see `guideJson`
 */
export const moneyCsv = (guide: Guide, addressFor: AddressFor): string =>
  tableText(
    MONEY_COLUMNS,
    guide.mechanisms.map(({ id, ref, data }) => {
      const { source, finding } = factOf(guide, data.fact);
      return {
        id,
        name: data.name,
        payer: data.payer,
        payers: joined(data.payers),
        country: data.country,
        pays_for: data['pays-for'],
        lasts: data.lasts ?? '',
        sum: data.sum ?? '',
        who_may_apply: data['who-may-apply'] ?? '',
        status: data.status,
        as_of: data['as-of'],
        source: source.id,
        fact: finding.id,
        cases: joined(data.cases),
        address: addressFor(ref),
      };
    }),
  );
