// Asks an index as a reader's browser would: {folder, step, queries}. Step "measure": for each
// query, with nothing loaded before, what a first search takes, a second one for the next query
// after it, and the first asked again. Step "find": what each query finds literally.
import { openSearch } from "../theme/static/js/search/search.js";
import { readInput, readOverWire, take, writeOutput } from "./search_wire.mjs";

const EVERYTHING = { limit: Infinity, passages: 0 };
const { folder, step, queries } = await readInput();

async function measure(query, at) {
  let archive;
  const next = queries[(at + 1) % queries.length];
  const first = await take(async () => {
    archive = await openSearch(folder, { readBytes: readOverWire });
    return archive.search(query);
  });
  const second = await take(() => archive.search(next));
  const warm = await take(() => archive.search(query));
  return { first, second, warm };
}

async function find(query, archive) {
  const { results } = await archive.search(query, EVERYTHING);
  return results.filter(({ literal }) => literal).map(({ url }) => url);
}

const answers = [];
const whole = step === "find" && (await openSearch(folder, { readBytes: readOverWire }));
for (const [at, query] of queries.entries()) {
  answers.push(await (whole ? find(query, whole) : measure(query, at)));
}
writeOutput(answers);
