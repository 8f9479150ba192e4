import { CHROMIUM } from './engine.ts';
import { tasks } from './tasks.ts';

tasks('Chromium', CHROMIUM);
