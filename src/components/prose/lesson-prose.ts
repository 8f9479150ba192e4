import Activity from './Activity.astro';
import Facilitator from './Facilitator.astro';
import Projects from './Projects.astro';
import { pageProse } from './page-prose.ts';

/** The same for a lesson: it may hold directions and the table of its case. */
export const lessonProse = { ...pageProse, Activity, Facilitator, Projects };
