/** Milliseconds of work after which whoever types or waits for a picture gets a turn. */
const LONG = 8;

let rested = 0;

/** Work goes on after this in a task of its own. */
export const nextTask = (): Promise<void> => new Promise((next) => setTimeout(next));

/** Long work stops here for a moment, unless it just did: the browser takes keys and draws. */
export async function rest(): Promise<void> {
  if (performance.now() - rested < LONG) return;
  await nextTask();
  rested = performance.now();
}
