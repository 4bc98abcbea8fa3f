// Asks Pagefind's index as a reader's browser would: {folder, step, queries}. Steps are those of
// search_queries.mjs; "find" gives what each query finds, in order.
import { readdir, readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

import { readInput, readOverWire, take, writeOutput } from "./search_wire.mjs";

const SHOWN = 10;
const { folder, step, queries } = await readInput();
const BASE = "http://archive.example/pagefind/";

globalThis.fetch = async (address) => {
  const path = new URL(address, BASE).pathname.replace("/pagefind", folder);
  return new Response(await readOverWire(path));
};

let copies = 0;

/** A fresh copy of Pagefind's script, as in a page just opened. */
async function open() {
  const script = `${folder}/pagefind.js`;
  await readOverWire(script);
  const pagefind = await import(`file://${script}?${copies++}`);
  await pagefind.options({ basePath: BASE, baseUrl: "/" });
  await pagefind.init();
  return pagefind;
}

async function search(pagefind, query) {
  const { results } = await pagefind.search(query);
  return Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
}

async function measure(query, at) {
  let pagefind;
  const next = queries[(at + 1) % queries.length];
  const first = await take(async () => search((pagefind = await open()), query));
  const second = await take(() => search(pagefind, next));
  const warm = await take(() => search(pagefind, query));
  await pagefind.destroy();
  return { first, second, warm };
}

/** The address of every page, by the name that results have. */
async function readAddresses() {
  const addresses = new Map();
  for (const name of await readdir(`${folder}/fragment`)) {
    const text = gunzipSync(await readFile(`${folder}/fragment/${name}`)).toString();
    const { url } = JSON.parse(text.slice(text.indexOf("{")));
    addresses.set(name.replace(".pf_fragment", ""), url.replace(/^\//, ""));
  }
  return addresses;
}

async function find() {
  const [pagefind, addresses] = [await open(), await readAddresses()];
  const found = [];
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    found.push(results.map(({ id }) => addresses.get(id)));
  }
  return found;
}

const answers = [];
if (step === "find") answers.push(...(await find()));
else for (const [at, query] of queries.entries()) answers.push(await measure(query, at));
writeOutput(answers);
