// Asks an index as a reader's browser would: {folder, step, calls: [[query, options], …]}.
// Step "measure": for each call, with nothing loaded before, bytes and requests of a first search,
// of a second one for the next call's query after it, and the milliseconds of the first asked
// again. Step "find": what each call finds.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

import { openSearch } from "../theme/static/js/search/search.js";

/** Types that plain static hosts compress. */
const PACKED = /\.(html|css|js|json|svg|xml|txt|csv)$/;

const sizes = new Map();
const wire = { bytes: 0, requests: 0, waves: 0, open: 0 };

async function readBytes(address) {
  if (!wire.open) wire.waves += 1;
  wire.open += 1;
  const bytes = await readFile(address);
  if (!sizes.has(address)) {
    sizes.set(address, PACKED.test(address) ? gzipSync(bytes).length : bytes.length);
  }
  wire.bytes += sizes.get(address);
  wire.requests += 1;
  // All requests of one wave arrive together, as over a network.
  await new Promise((resolve) => setTimeout(resolve, 2));
  wire.open -= 1;
  return new Uint8Array(bytes);
}

async function take(act) {
  Object.assign(wire, { bytes: 0, requests: 0, waves: 0 });
  const start = performance.now();
  await act();
  const { bytes, requests, waves } = wire;
  return { bytes, requests, waves, milliseconds: performance.now() - start };
}

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { folder, step, calls } = JSON.parse(Buffer.concat(chunks).toString());

async function measure([query, options], at) {
  let archive;
  const [next, nextOptions] = calls[(at + 1) % calls.length];
  const first = await take(async () => {
    archive = await openSearch(folder, { readBytes });
    return archive.search(query, options);
  });
  const second = await take(() => archive.search(next, nextOptions));
  const warm = await take(() => archive.search(query, options));
  return { first, second, warm };
}

async function find([query, options], archive) {
  const { results } = await archive.search(query, options);
  return results.filter(({ literal }) => literal).map(({ url }) => url);
}

const answers = [];
const whole = step === "find" && (await openSearch(folder, { readBytes }));
for (const [at, call] of calls.entries()) {
  answers.push(await (whole ? find(call, whole) : measure(call, at)));
}
process.stdout.write(JSON.stringify(answers));
