/** Lets a page answer its reader between pieces of work that, put together, would hold it up. */

/** So many milliseconds may pass before a pause; on a cheap phone it is some four times as long. */
const LONGEST = 5;
let last = 0;

const startTask = () =>
  globalThis.scheduler?.yield ? scheduler.yield() : new Promise((go) => setTimeout(go));

/**
 * Give way to whatever waits, where nothing could for so long. In a tab that nobody sees nothing is
 * held up, and each timer would take a second.
 */
export async function pause() {
  if (globalThis.document?.hidden || performance.now() - last < LONGEST) return;
  await startTask();
  last = performance.now();
}
