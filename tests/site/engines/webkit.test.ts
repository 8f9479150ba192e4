import { WEBKIT } from './engine.ts';
import { tasks } from './tasks.ts';

tasks('WebKit', WEBKIT);
