// A page gives way to its reader where it has one.
import assert from "node:assert/strict";
import { test } from "node:test";

import { pause } from "../../theme/static/js/search/pauses.js";

async function isWaiting(hidden) {
  globalThis.document = { hidden };
  let waiting = true;
  pause().then(() => (waiting = false));
  await null;
  return waiting;
}

test("only a page that is seen pauses", async () => {
  assert.equal(await isWaiting(true), false);
  assert.equal(await isWaiting(false), true);
});
