import { FIREFOX } from './engine.ts';
import { tasks } from './tasks.ts';

tasks('Firefox', FIREFOX);
