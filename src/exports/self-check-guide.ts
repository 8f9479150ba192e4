import type { CheckGuide } from '../documents/self-check/check-guide.ts';
import { token } from '../guide/addresses.ts';
import { kindLabel, shortOf } from '../guide/labels.ts';
import { isOpen, isWorse } from '../guide/links.ts';
import { LINKED_FROM, PAIRINGS } from '../guide/relations.ts';
import { editionOf } from '../guide/responses.ts';
import type { Guide } from '../guide/types.ts';
import { keyOf, wordingOf } from '../lib/stamp.ts';
import { capital } from '../lib/text.ts';
import { link as to } from '../lib/urls.ts';

/** What goes with every view, so that nobody takes it for more than it is. */
const CAUTION =
  'No validated instrument: no score, no level, no benchmark. The questions, and what each answer looks like, are the editors’.';

/** What the page of the self-check must know of the guide, for the script in it. */
export function selfCheckGuide(guide: Guide): CheckGuide {
  const { about, questions, findings, links } = guide;
  const asked = questions.map(({ data }) => data.about);
  // what a question asks about, with all that may bear on it, for better or worse; what may help comes first
  const pairs = [...links.filter(isOpen), ...links.filter(isWorse)].flatMap((link) =>
    [link.ends.from.ref, link.ends.to.ref].some((ref) => asked.includes(ref))
      ? [
          {
            from: token(link.ends.from.ref),
            to: token(link.ends.to.ref),
            state: link.data.state,
            voice: link.data.voice,
            page: to(link.ref),
          },
        ]
      : [],
  );
  const used = new Set([...asked.map(token), ...pairs.flatMap(({ from, to }) => [from, to])]);
  return {
    guide: about.name,
    edition: editionOf(guide),
    basis: `${about.disclaimer} ${about['rests-on']}`,
    caution: CAUTION,
    starts: `${LINKED_FROM[0]}-`,
    responses: PAIRINGS.filter(({ from }) => from === LINKED_FROM[0]).map(({ to }) => `${to}-`),
    questions: questions.map(({ id, data }) => ({
      id,
      key: keyOf(id),
      wording: wordingOf(data.ask, Object.values(data.looks)),
      formerly: data.formerly.map((old) => ({ id: old, key: keyOf(old) })),
      ask: data.ask,
      talk: data.talk,
      about: token(data.about),
    })),
    findings: Object.fromEntries(
      findings
        .filter(({ ref }) => used.has(token(ref)))
        .map((finding) => [
          token(finding.ref),
          { name: capital(shortOf(finding)), kind: kindLabel(guide, finding.kind), to: to(finding.ref) },
        ]),
    ),
    pairs,
    labels: {
      states: Object.fromEntries(Object.entries(about.links.states).map(([state, { label }]) => [state, label])),
      voices: Object.fromEntries(Object.entries(about.voices).map(([voice, { label }]) => [voice, label])),
    },
  };
}
