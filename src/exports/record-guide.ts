import type { KnownEntry, RecordGuide } from '../documents/decision-record/record-guide.ts';
import { movedTokens, token } from '../guide/addresses.ts';
import { kindLabel, shortOf, vouchers } from '../guide/labels.ts';
import { isJudged } from '../guide/links.ts';
import { editionOf, responsesOf, STARTS } from '../guide/responses.ts';
import type { Finding, Guide } from '../guide/types.ts';
import { capital } from '../lib/text.ts';
import { link as to } from '../lib/urls.ts';

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
    basis: `${about.disclaimer} ${about['rests-on']}`,
    againstLabel: `Against, ${about.voices.editors.label.toLowerCase()}`,
    noun: [kind.one, kind.many],
    starts: starts.map(entry),
    responses: responses.map(({ finding }) => ({
      ...entry(finding),
      kind: `${kindLabel(guide, finding.kind)}, ${about.kinds[finding.kind].for}`,
    })),
    pairs: responses.flatMap(({ finding, open, worse, closed }) =>
      [...open, ...worse, ...closed].map(({ from, link }) => {
        const judged = isJudged(link) ? link.data : undefined;
        return {
          link: link.id,
          from: token(from.ref),
          to: token(finding.ref),
          state: link.data.state,
          voice: judged?.voice ?? ('' as const),
          reason: link.data.reason,
          against: judged?.against ?? '',
          sources: (judged ? vouchers(guide, judged) : []).map(({ text }) => text),
          judged: judged?.judged ?? '',
          page: judged ? to(link.ref) : '',
        };
      }),
    ),
    labels: {
      states: Object.fromEntries(Object.entries(about.links.states).map(([state, { label }]) => [state, label])),
      voices: Object.fromEntries(Object.entries(about.voices).map(([voice, { label }]) => [voice, label])),
    },
    moved: movedTokens(guide),
  };
}
