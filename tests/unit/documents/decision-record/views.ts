import { LIMITS } from '../../../../src/documents/decision-record/record.ts';
import type { ChoiceView, PairView, RecordView } from '../../../../src/documents/decision-record/view.ts';

// An invented guide to trees in small towns. No study, town or tree of it exists.
const SITE = 'https://trees.example';

const pair = (fields: Partial<PairView>): PairView => ({
  gap: 'Dry summers',
  mark: 'Linked, others add',
  voice: 'others',
  state: 'linked',
  reason: 'An invented survey of forty towns found fewer dead saplings where a named person carried water in the second summer.',
  against: 'Towns that name a water warden may be those that cared for their trees already.',
  sources: ['Birch 2031 (supports)', 'Maple and Oak 2029 (refines)'],
  address: `${SITE}/links/dry-summers--water-wardens/`,
  ...fields,
});

const inferred = (gap: string, reason: string, against: string): PairView =>
  pair({ gap, mark: 'Linked, we infer', voice: 'editors', reason, against, sources: [], address: `${SITE}/links/inferred/` });
const rejected = (gap: string, reason: string): PairView =>
  pair({
    gap,
    mark: 'Not linked, we infer',
    voice: 'editors',
    state: 'not-linked',
    reason,
    against: '',
    sources: [],
    address: `${SITE}/links/rejected/`,
  });
const unjudged = (gap: string): PairView =>
  pair({
    gap,
    mark: 'Not assessed',
    voice: '',
    state: 'not-assessed',
    reason: 'Nobody has looked at this pair yet.',
    against: '',
    sources: [],
    address: '',
  });

const choices: readonly ChoiceView[] = [
  {
    title: 'Name a water warden for every street',
    kind: 'Strategy, for gardeners',
    address: `${SITE}/strategies/water-wardens/`,
    why: 'Our dead saplings stand where no house has a tap at the front.\nTwo streets share a hose already and lost none.',
    owner: 'Ines Falk, parks office',
    step: 'Ask at the June market who has an outside tap, and mark the streets on the wall map.',
    by: 'June 30, 2032',
    sign: 'Streets with a warden by August; leaves still green in week 34.',
    stop: 'Fewer than one street in three has a warden by the end of July.',
    seen: [
      { text: 'Linden Street (own account)', address: `${SITE}/cases/linden-street/` },
      { text: 'Hornbeam Row', address: '' },
    ],
    pairs: [
      pair({}),
      inferred(
        'Trees nobody owns',
        'A warden may come to speak of a tree as theirs, and a tree that somebody calls theirs is reported when it ails.',
        'Wardens move away, and a tree may then be left by the one person who knew it.',
      ),
      rejected('Late money', 'Water is carried by neighbors. It needs no grant and moves no date of one.'),
    ],
  },
  {
    title: 'Order trees a year ahead',
    kind: 'Strategy, for gardeners',
    address: `${SITE}/strategies/order-ahead/`,
    why: 'The nursery sells out of lime and hornbeam before our budget is known.',
    owner: 'Tomas Reed',
    step: 'Reserve sixty trees with the right to cancel until March.',
    by: 'September 15, 2032',
    sign: 'Trees promised against trees planted.',
    stop: '',
    seen: [],
    pairs: [
      inferred(
        'Late money',
        'An order with a right to cancel could be placed before the money is there.',
        'A nursery may ask for a deposit, which is what the town lacks in autumn.',
      ),
      unjudged('Trees nobody owns'),
    ],
  },
  {
    title: 'Give each tree a line in the town budget',
    kind: 'Recommendation, for mayors',
    address: `${SITE}/recommendations/budget-line/`,
    why: 'Planting is paid, care is not.',
    owner: '',
    step: '',
    by: '',
    sign: 'Care is named in the draft for 2033.',
    stop: 'The council votes it down twice.',
    seen: [],
    pairs: [
      pair({
        gap: 'Late money',
        mark: 'Contested, others add',
        state: 'contested',
        reason: 'Two invented reports disagree on whether a line of its own brings the money sooner.',
        against: 'A line of its own is also easy to strike.',
        sources: ['Hazel 2030 (supports)', 'Rowan Trust 2031 (contradicts)'],
      }),
    ],
  },
];

/** A record as most teams leave it: three gaps, three responses, some fields still empty. */
export const typical: RecordView = {
  title: 'Keeping young trees alive through 2033',
  guide: 'Shade for small towns',
  address: `${SITE}/find/plan/`,
  edition: 'May 4, 2032',
  basis: 'Not made or endorsed by the authors. We have read the abstract.',
  againstLabel: 'Against, we infer',
  gaps: [
    { title: 'Saplings dry out in their second summer', address: `${SITE}/gaps/dry-summers/` },
    { title: 'Trees that nobody owns', address: `${SITE}/gaps/nobody-owns/` },
    { title: 'Money comes after the planting season', address: `${SITE}/gaps/late-money/` },
  ],
  choices,
  coverage:
    'The choice may touch two of the three gaps; whether it touches late money is contested. Warning: order trees a year ahead may make dry summers worse.',
  reviewDate: '2033-03-31',
  review: 'March 31, 2033',
  people: 'Ines Falk, parks office\nTomas Reed, town nursery\nAnouk Lindqvist, mayor',
  changes: ['The pair “Late money” and “Give each tree a line in the town budget” was linked and is now contested.'],
};

/** Prose of exactly so many characters, with a word in it that has no place to break. */
const prose = (most: number): string =>
  `${'x'.repeat(Math.min(90, most / 4))} ${'A town that plants in spring waters until the leaves fall, and then it counts. '.repeat(20)}`.slice(
    0,
    most,
  );

/** The longest record: seven gaps, five responses, every field at its limit, words that have no place to break. */
export const longest: RecordView = {
  ...typical,
  title: prose(LIMITS.title),
  gaps: Array.from({ length: 7 }, (_, i) => ({ title: `Gap ${i + 1}: ${typical.gaps[i % 3]?.title}`, address: `${SITE}/gaps/${i}/` })),
  choices: Array.from({ length: 5 }, (_, i) => ({
    title: `Response ${i + 1}: give each tree a line of its own in the budget of the town, with a name beside it`,
    kind: 'Recommendation, for mayors',
    address: `${SITE}/recommendations/${i}/`,
    why: prose(LIMITS.why),
    owner: prose(LIMITS.owner),
    step: prose(LIMITS.step),
    by: 'September 28, 2032',
    sign: prose(LIMITS.sign),
    stop: prose(LIMITS.stop),
    seen: Array.from({ length: 3 }, (_, n) => ({
      text: `Program ${n + 1} (outside account)`,
      address: `${SITE}/cases/${n}/`,
    })),
    pairs: Array.from({ length: 7 }, (_, n) => pair({ gap: `Gap ${n + 1}` })),
  })),
  coverage: 'The choice may touch all seven gaps.',
  people: prose(LIMITS.people),
  changes: Array.from({ length: 6 }, (_, i) => `Pair ${i + 1} was not assessed and is now linked.`),
};

/** A record with nothing in it. */
export const blank: RecordView = {
  ...typical,
  title: 'Decision record',
  gaps: [],
  choices: [],
  coverage: '',
  reviewDate: '',
  review: '',
  people: '',
  changes: [],
};
