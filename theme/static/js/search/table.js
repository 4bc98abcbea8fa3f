/** The documents table: lengths for lunr, text shards, facets (plugins/search/table.py). */

import { BitReader } from "./bits.js";
import { HuffmanCode } from "./huffman.js";

function readColumn(reader) {
  const low = reader.gamma() - 1;
  const highs = reader.gamma() - 1;
  const size = reader.gamma() - 1;
  const values = [];
  const lengths = [];
  let value = -1;
  for (let number = 0; number < highs; number++) {
    values.push((value += reader.gamma()));
    lengths.push(reader.raw(5));
  }
  const code = new HuffmanCode(lengths);
  const column = new Int32Array(size);
  for (let number = 0; number < size; number++) {
    const high = values[code.read(reader)] * 2 ** low;
    column[number] = low ? high + reader.raw(low) : high;
  }
  return column;
}

function readSets(reader) {
  const sets = reader.gamma() - 1;
  return Array.from({ length: sets }, () => {
    const size = reader.gamma() - 1;
    return Array.from({ length: size }, () => reader.gamma() - 1);
  });
}

function spread(groups, documents) {
  const shards = new Int32Array(documents);
  const firsts = [];
  let document = 0;
  groups.forEach((size, shard) => {
    firsts.push(document);
    shards.fill(shard, document, document + size);
    document += size;
  });
  return { shards, firsts };
}

function spreadYears(years, documents) {
  const names = years.map(([year]) => year);
  const choice = new Int32Array(documents);
  let document = 0;
  years.forEach(([, size], number) => {
    choice.fill(number, document, document + size);
    document += size;
  });
  return { names, sets: names.map((name, number) => (name ? [number] : [])), choice };
}

/**
 * Read the table: {lengths (terms by field and document), shards (a document's text shard),
 * firsts (a shard's first document), facets: {name: {names, sets, choice}}}.
 */
export function readTable(bytes, members) {
  const reader = new BitReader(bytes);
  const groups = readColumn(reader);
  const lengths = [0, 1, 2].map(() => readColumn(reader));
  const facets = { year: spreadYears(members.years, members.documents) };
  for (const [key, names] of Object.entries(members.facets)) {
    const sets = readSets(reader);
    facets[key] = { names, sets, choice: readColumn(reader) };
  }
  return { lengths, ...spread(groups, members.documents), facets };
}
