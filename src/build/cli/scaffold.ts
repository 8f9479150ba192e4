import { factsOf, KINDS, type Kind, OTHER_KINDS } from '../../guide/kinds.ts';
import { capital } from '../../lib/text.ts';
import { FIGURE_WORDS, FINDING_KINDS, isFigureId, ofFindings } from '../../schemas/kinds.ts';

/** What a new entry is written with. */
interface Given {
  /** a sentence of the study's abstract for the first statement or judgment to rest on */
  at: string;
  /** the next free place in lists of its kind */
  order: number;
  /** the heading under which findings of its kind say what they may need, if they do */
  needs?: string | undefined;
  /** the day it is made. Nobody has reviewed the entry yet, as the marks in it tell */
  day: string;
}

/** The last part of an id as words: a first name for the entry. */
const words = (id: string): string => capital(id.replace(/.*\//, '').replaceAll('-', ' '));

/** A heading that a kind asks for, with a statement under it. */
const section = (heading: string, at: string): string => `
## ${heading}

<Editors id="needs" because="to write: the reason" from="${at}">

To write: what it may need before it can work.

</Editors>
`;

/** Gives the text of a new entry. */
type Scaffold = (id: string, given: Given) => string;

const finding: Scaffold = (id, { at, order, needs, day }) => `---
title: ${words(id)}
answer:
  voice: paper
  at: ${at}
  text: "To write: the paper names this in one plain sentence."
recognise: "To write: the phrase a reader would tick"
aliases: [${words(id).toLowerCase()}]
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
const link: Scaffold = (_, { at, day }) => `---
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

const source: Scaffold = (id, { day }) => `title: "To write: the title as published (${words(id)})"
authors: []
authors-note: "To write: the authors above as { family, given } or { name }, or here why they are not known."
short: "${words(id)}"
# To write: or another type; leave it out where a doi, a volume or a blog tells it.
type: web page
kind: commentary or opinion
read: abstract
overlap: none known
note: "To write: a doi, pmid, pmcid or url, or why there is none."
reviewed: ${day}
`;

const term: Scaffold = (id) => `term: ${words(id)}
also: []
definition: "To write: one or two plain sentences in our own words."
group: methods
see: []
`;

/** The words of its own that a figure shows. */
const wordsOf = (id: string): string => {
  const names = isFigureId(id) ? FIGURE_WORDS[id] : [];
  return names.length > 0 ? `\nwords:${names.map((name) => `\n  ${name}: "To write: words that stand in the drawing."`).join('')}` : '';
};

const figure: Scaffold = (id, { at, day }) => `---
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

const lesson: Scaffold = (id, { at, order, day }) => `---
title: ${words(id)}
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

const quizQuestion: Scaffold = (_, { at, order, day }) => `type: single
about: study
prompt: "To write: the question?"
choices:
  - { text: "To write: the right answer", right: true, feedback: "To write: why it is right.", from: ${at} }
  - { text: "To write: a wrong answer that a reader may believe", feedback: "To write: why it is wrong.", from: ${at} }
  - { text: "To write: another one", feedback: "To write: why it is wrong.", from: ${at} }
order: ${order}
reviewed: ${day}
`;

const checkQuestion: Scaffold = (_, { at, order, day }) => `about: "To write: the finding it asks about, such as gaps/timetables"
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

const change: Scaffold = (id, { day }) => `title: ${words(id)}
date: ${day}
thread: "To write: the heading it stands under"
side: official
fact: "To write: a source and one of its findings, such as academyhealth-2025-reorg#merger"
reviewed: ${day}
`;

const realCase: Scaffold = (id, { day }) => `name: ${words(id)}
short: "To write: a short name"
organization: "To write: the organization that runs it"
country: "To write: the country"
system: "to write: what kind of place it is in"
telling:
  text: "To write: what is telling about who pays here; the sentence names who says it."
  fact: "To write: one of the facts below"
payers: []
facts:
  pays: []
reviewed: ${day}
`;

const mechanism: Scaffold = (id, { day }) => `name: ${words(id)}
payer: "To write: who pays, as the source tells it"
payers: ["To write: payers of guide.yaml"]
country: "To write: the country"
pays-for: "To write: what the money is for"
status: "To write: whether it is open, recurring or closed"
as-of: "To write: of when that is"
fact: "To write: a source and one of its findings, such as academyhealth-2025-reorg#merger"
reviewed: ${day}
`;

const document: Scaffold = (id, { at, order, day }) => `title: ${words(id)}
answer:
  voice: editors
  because: "to write: the reason"
  from: ${at}
  text: "To write: what the sheet may do for whoever fills it in."
for: "To write: who fills it in, and for whom"
parts:
  - id: first
    heading: "To write: the heading of a part"
    why:
      - id: first-why
        voice: editors
        because: "to write: the reason"
        from: ${at}
        text: "To write: how to fill it in; consider what a reader may forget."
    fields:
      - { type: line, label: "To write: what is asked" }
order: ${order}
reviewed: ${day}
`;

const page: Scaffold = (id, { day }) => `---
title: ${words(id)}
description: "To write: one plain sentence for search engines."
voice: editors
reviewed: ${day}
---

To write: the text of the page.
`;

/** What an author begins with, for each kind. */
const TEXTS = {
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
} satisfies Record<Kind, Scaffold>;

/**
 * A new entry that passes the checks of form, with each part that is still to be written marked "To write".
 *
 * @param kind the kind of entry
 * @param id its id; of a link, those of its two ends joined by `--`
 * @returns the path below the content folder and the text
 */
export const scaffold = (kind: Kind, id: string, given: Given): { path: string; text: string } => ({
  path: `${kind}/${id}.${factsOf(kind).ending}`,
  text: TEXTS[kind](id, given),
});

/** The kind an author means by its singular or plural: "gap" and "gaps" are one. */
export function kindNamed(name: string): Kind | undefined {
  const singular: Record<string, Kind> = {
    ...Object.fromEntries(FINDING_KINDS.map((kind) => [kind.replace(/ies$/, 'y').replace(/s$/, ''), kind])),
    ...Object.fromEntries(
      OTHER_KINDS.flatMap((kind) => [factsOf(kind).label.toLowerCase(), kind.replace(/s$/, '')].map((name) => [name, kind])),
    ),
  };
  return KINDS.find((kind) => kind === name) ?? singular[name];
}
