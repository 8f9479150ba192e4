import { addresses } from './addresses.ts';
import { cases } from './cases.ts';
import { changes } from './changes.ts';
import { circles } from './circles.ts';
import { days } from './days.ts';
import { documents } from './documents.ts';
import { figures } from './figures.ts';
import { fragments } from './fragments.ts';
import { ids } from './ids.ts';
import { lessons } from './lessons.ts';
import { links } from './links.ts';
import { needs } from './needs.ts';
import { order } from './order.ts';
import { paper } from './paper.ts';
import { questions } from './questions.ts';
import { quiz } from './quiz.ts';
import { references } from './references.ts';
import type { Rule } from './rule.ts';
import { locators, sentences } from './sentences.ts';
import { sources } from './sources.ts';
import { titles } from './titles.ts';
import { words } from './words.ts';

/** Every rule over the whole guide. Form (fields, voices, attributes) is checked earlier, file by file. */
export const RULES: readonly Rule[] = [
  ids,
  titles,
  order,
  days,
  addresses,
  fragments,
  needs,
  references,
  locators,
  sentences,
  paper,
  sources,
  links,
  figures,
  lessons,
  quiz,
  questions,
  changes,
  cases,
  documents,
  words,
  circles,
];
