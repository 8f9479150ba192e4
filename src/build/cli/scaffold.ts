import { factsOf, KINDS, type Kind, OTHER_KINDS } from '../../guide/kinds.ts';
import { FIGURE_WORDS, FINDING_KINDS, type FigureId, isFindingKind } from '../../schemas/kinds.ts';

/** A day that only a reader can replace: it shows at a glance that nobody has reviewed the entry yet. */
const today = (now: Date): string => now.toISOString().slice(0, 10);

const words = (id: string): string => {
  const text = (id.split('/').at(-1) as string).replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/**
 * A new entry that passes the checks of form, with each part that is still to be written marked "To write".
 *
 * @param kind the kind of entry
 * @param id its id; of a link, those of its two ends joined by `--`
 * @param at a sentence of the study's abstract for the first statement or judgment to rest on
 * @param order the next free place in lists of its kind
 * @param needs the heading under which findings of its kind say what they may need, if they do
 * @param now the day
 * @returns the path below the content folder and the text
 */
export function scaffold(
  kind: Kind,
  id: string,
  { at, order, needs, now }: { at: string; order: number; needs?: string | undefined; now: Date },
): { path: string; text: string } {
  if (isFindingKind(kind)) return { path: `${kind}/${id}.mdx`, text: finding(words(id), at, order, needs, today(now)) };
  if (kind === 'links') return { path: `links/${id}.mdx`, text: link(at, today(now)) };
  if (kind === 'sources') return { path: `sources/${id}.yaml`, text: source(words(id), today(now)) };
  if (kind === 'figures') return { path: `figures/${id}.mdx`, text: figure(id, at, today(now)) };
  if (kind === 'glossary') return { path: `glossary/${id}.yaml`, text: term(words(id)) };
  if (kind === 'lessons') return { path: `lessons/${id}.mdx`, text: lesson(words(id), at, order, today(now)) };
  if (kind === 'quiz') return { path: `quiz/${id}.yaml`, text: quizQuestion(at, order, today(now)) };
  if (kind === 'questions') return { path: `questions/${id}.yaml`, text: checkQuestion(at, order, today(now)) };
  return { path: `pages/${id}.mdx`, text: page(words(id), today(now)) };
}

/** A heading that a kind asks for, with a statement under it. */
const section = (heading: string, at: string): string => `
## ${heading}

<Editors id="needs" because="to write: the reason" from="${at}">

To write: what it may need before it can work.

</Editors>
`;

const finding = (title: string, at: string, order: number, needs: string | undefined, day: string): string => `---
title: ${title}
answer:
  voice: paper
  at: ${at}
  text: "To write: the paper names this in one plain sentence."
recognise: "To write: the phrase a reader would tick"
aliases: [${title.toLowerCase()}]
questions:
  - "To write: a question to ask one's own team?"
order: ${order}
reviewed: ${day}
---

## What the paper says

<Paper id="named" at="${at}">

To write: what the paper says of this, in our words.

</Paper>

## What it may look like in practice

<Editors id="in-practice" because="to write: the reason" from="${at}">

To write: what it may look like.

</Editors>
${needs ? section(needs, at) : ''}
## What is not reported

<Unknown id="open" where="To write: where the answer may be found.">

To write: a question that readers ask and the abstract does not answer.

</Unknown>
`;

/** The state waits for a decision like the texts: the mark stands in a comment, which the check of what is still to be written reads too. */
const link = (at: string, day: string): string => `---
# To write: linked, contested, not-linked, may-worsen, or not-assessed with only a reason and the day judged.
state: linked
voice: editors
reason: "To write: why the one may bear on the other or not, in one sentence."
against: "To write: the best case against this judgment."
would-change-our-mind: "To write: what we would have to see to judge otherwise."
rests-on: [${at}]
sources: []
judged: ${day}
---
`;

const source = (title: string, day: string): string => `title: "To write: the title as published (${title})"
authors: []
authors-note: "To write: the authors above as { family, given } or { name }, or here why they are not known."
short: "${title}"
kind: commentary or opinion
read: abstract
overlap: none known
note: "To write: a doi, pmid, pmcid or url, or why there is none."
reviewed: ${day}
`;

const term = (title: string): string => `term: ${title}
also: []
definition: "To write: one or two plain sentences in our own words."
group: methods
see: []
`;

/** The words of its own that a figure shows. */
const wordsOf = (id: string): string => {
  const names = FIGURE_WORDS[id as FigureId] ?? [];
  return names.length > 0 ? `\nwords:${names.map((name) => `\n  ${name}: "To write: words that stand in the drawing."`).join('')}` : '';
};

const figure = (id: string, at: string, day: string): string => `---
title: ${words(id)}
answer:
  voice: editors
  because: "to write: the reason"
  from: ${at}
  text: "To write: what the figure may show, with its counts as {statements}."
how: "To write: how to read it."${wordsOf(id)}
reviewed: ${day}
---

## What it shows

<Editors id="shows" because="to write: the reason" from="${at}">

To write: what a reader may see in it.

</Editors>
`;

const lesson = (title: string, at: string, order: number, day: string): string => `---
title: ${title}
short: "To write: its name in a list, such as 50 minutes"
description: "To write: one plain sentence for search engines."
minutes: 10
setting: "To write: where it fits"
audiences: ["To write: audiences of content/teaching.yaml"]
group: "To write: how many people it suits, and how they sit"
questions:
  - "To write: a question the lesson answers?"
objectives:
  - id: first
    can: "To write: a verb that can be seen, and what learners do"
    competencies: ["To write: domains of content/teaching.yaml"]
steps:
  - title: First step
    minutes: 10
key-points:
  - id: point
    voice: paper
    at: ${at}
    text: "To write: the paper names this in one plain sentence."
check-out:
  ask: "To write: the question everyone answers before leaving?"
  listen-for: "To write: what a good answer holds"
order: ${order}
reviewed: ${day}
---

## First step

<Paper id="named" at="${at}">

To write: what the paper says, in our words.

</Paper>

<Activity id="task">

To write: what the room does.

</Activity>

<Facilitator id="notes">

To write: what to say, what to listen for, what goes wrong and the way out.

</Facilitator>
`;

const quizQuestion = (at: string, order: number, day: string): string => `type: single
about: study
prompt: "To write: the question?"
choices:
  - { text: "To write: the right answer", right: true, feedback: "To write: why it is right.", from: ${at} }
  - { text: "To write: a wrong answer that a reader may believe", feedback: "To write: why it is wrong.", from: ${at} }
  - { text: "To write: another one", feedback: "To write: why it is wrong.", from: ${at} }
order: ${order}
reviewed: ${day}
`;

const checkQuestion = (
  at: string,
  order: number,
  day: string,
): string => `about: "To write: the finding it asks about, such as gaps/timetables"
ask: "To write: the question in plain words?"
looks:
  in-place: "To write: what one sees where it is in place"
  partly: "To write: what one sees where it is partly in place"
  not: "To write: what one sees where it is not"
talk: "To write: the question to talk about where two people differ?"
because: "to write: why we ask it"
from: ${at}
order: ${order}
reviewed: ${day}
`;

const page = (title: string, day: string): string => `---
title: ${title}
description: "To write: one plain sentence for search engines."
voice: editors
reviewed: ${day}
---

To write: the text of the page.
`;

/** The kind an author means by its singular or plural: "gap" and "gaps" are one. */
export function kindNamed(name: string): Kind | undefined {
  const singular: Record<string, Kind> = {
    ...Object.fromEntries(FINDING_KINDS.map((kind) => [kind.replace(/ies$/, 'y').replace(/s$/, ''), kind])),
    ...Object.fromEntries(OTHER_KINDS.map((kind) => [factsOf(kind).label.toLowerCase(), kind])),
  };
  return KINDS.find((kind) => kind === name) ?? singular[name];
}
