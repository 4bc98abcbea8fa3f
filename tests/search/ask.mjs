// Answers queries as the browser would: {folder, calls: [[query, options], …]} in a line of standard
// input, {opened, answers} in one of standard output; then the next, until there is none.
// An option `ask` names another question than search: "suggest" or "findNearest".
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";

import { openSearch } from "../../theme/static/js/search/search.js";

const wire = { bytes: 0, requests: 0 };

async function readBytes(address) {
  const bytes = await readFile(address);
  // As a plain static host sends: text types compressed, others as they are.
  wire.bytes += address.endsWith(".json") ? gzipSync(bytes).length : bytes.length;
  wire.requests += 1;
  return new Uint8Array(bytes);
}

// Processor time: on a busy machine the clock would measure the others.
function spent(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

async function answer(archive, [query, options]) {
  Object.assign(wire, { bytes: 0, requests: 0 });
  const start = process.cpuUsage();
  try {
    if (options.ask) return { answer: await archive[options.ask](query) };
    const found = await archive.search(query, options);
    return { ...found, milliseconds: spent(start), ...wire };
  } catch (error) {
    return { error: `${error.name}: ${error.message}`, stack: error.stack };
  }
}

async function answerAll({ folder, calls }) {
  Object.assign(wire, { bytes: 0, requests: 0 });
  const archive = await openSearch(folder, { readBytes });
  const opened = { ...wire };
  const answers = [];
  for (const call of calls) answers.push(await answer(archive, call));
  return { opened, answers };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answerAll(JSON.parse(line)))}\n`);
}
