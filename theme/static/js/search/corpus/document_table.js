/** What is known of all documents (shard_format.py, "Documents file"). */

import { BitReader } from "../codes/bits.js";
import { readColumn } from "../codes/columns.js";

/** Part documents into text shards: {shards: each document's, firsts: each shard's first}. */
function groupDocuments(lengths, target) {
  const shards = new Int32Array(lengths.length);
  const firsts = [];
  let room = 0;
  lengths.forEach((length, document) => {
    const weight = 1 + length;
    if (room < weight) {
      firsts.push(document);
      room = target;
    }
    shards[document] = firsts.length - 1;
    room -= weight;
  });
  return { shards, firsts };
}

function readSet(reader) {
  const size = reader.gamma() - 1;
  return Array.from({ length: size }, () => reader.gamma() - 1);
}

function readSets(reader) {
  const sets = reader.gamma() - 1;
  return Array.from({ length: sets }, () => readSet(reader));
}

/** Years follow from the documents' order. */
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
 * Read the documents file: {lengths (terms of each body), placed (which text shard each document
 * lies in, and the shards' first documents), facets: {key: {names, sets (of indices into names),
 * choice (a document's set)}}}.
 */
export function readDocumentTable(bytes, { years, documents, facetNames, textShardTerms }) {
  const reader = new BitReader(bytes);
  const lengths = readColumn(reader, documents);
  const facets = { year: spreadYears(years, documents) };
  for (const [key, names] of Object.entries(facetNames)) {
    const sets = readSets(reader);
    facets[key] = { names, sets, choice: readColumn(reader, documents) };
  }
  return { lengths, placed: groupDocuments(lengths, textShardTerms), facets };
}
