import { afterEach } from 'vitest';

/** One turn of the event loop between tests. */
afterEach(() => new Promise<void>((resume) => void setImmediate(resume)));
