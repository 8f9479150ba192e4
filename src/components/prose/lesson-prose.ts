import Activity from './Activity.astro';
import Facilitator from './Facilitator.astro';
import Projects from './Projects.astro';
import { pageProse } from './page-prose.ts';
import Rubric from './Rubric.astro';

/** The same for a lesson: it may hold directions and its tables. */
export const lessonProse = { ...pageProse, Activity, Facilitator, Projects, Rubric };
