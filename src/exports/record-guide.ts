import type { KnownEntry, RecordGuide, SeenAt } from '../documents/decision-record/record-guide.ts';
import { RECORD_FILE } from '../documents/decision-record/record-json.ts';
import { schemaPath } from '../documents/text/json-file.ts';
import { movedTokens, token } from '../guide/addresses.ts';
import { seenAt } from '../guide/cases.ts';
import { accountWords } from '../guide/facts.ts';
import { kindLabel, markLabels, shortOf, vouchers } from '../guide/labels.ts';
import { isJudged, voiceOf } from '../guide/links.ts';
import { editionOf, responsesOf, STARTS } from '../guide/responses.ts';
import type { Finding, Guide } from '../guide/types.ts';
import { capital, uncapital } from '../lib/text.ts';
import { href, link as to } from '../lib/urls.ts';

/** The first programs at which a response can be seen, each with whose account it is. */
export const seenFirst = (guide: Guide, finding: Finding): SeenAt[] =>
  seenAt(guide, finding)
    .slice(0, FEW)
    .map(({ seen, fact }) => {
      const account = uncapital(accountWords(fact));
      return { text: seen.data.short + (account && ` (${account})`), to: to(seen.ref) };
    });

const FEW = 3;

/** What the page of the decision record must know of the guide, for the script in it. */
export function recordGuide(guide: Guide): RecordGuide {
  const { about } = guide;
  const { starts, responses } = responsesOf(guide);
  const entry = (finding: Finding): KnownEntry => ({
    id: token(finding.ref),
    name: capital(shortOf(finding)),
    title: finding.data.title,
    to: to(finding.ref),
  });
  const kind = about.kinds[STARTS];
  return {
    guide: about.name,
    edition: editionOf(guide),
    schema: href(schemaPath(RECORD_FILE)),
    basis: `${about.disclaimer} ${about['rests-on']}`,
    againstLabel: `Against, ${about.voices.editors.label.toLowerCase()}`,
    noun: [kind.one, kind.many],
    starts: starts.map(entry),
    responses: responses.map(({ finding }) => ({
      ...entry(finding),
      kind: `${kindLabel(guide, finding.kind)}, ${about.kinds[finding.kind].for}`,
      seen: seenFirst(guide, finding),
    })),
    pairs: responses.flatMap(({ finding, open, worse, closed }) =>
      [...open, ...worse, ...closed].map(({ from, link }) => {
        const judged = isJudged(link) ? link.data : undefined;
        return {
          link: link.id,
          from: token(from.ref),
          to: token(finding.ref),
          state: link.data.state,
          voice: voiceOf(link),
          reason: link.data.reason,
          against: judged?.against ?? '',
          sources: (judged ? vouchers(guide, judged) : []).map(({ text }) => text),
          judged: judged?.judged ?? '',
          page: judged ? to(link.ref) : '',
        };
      }),
    ),
    labels: markLabels(about),
    moved: movedTokens(guide),
  };
}
