/** What is known of all documents (shard_format.py, "Documents file"). */

import { BitReader } from "../codes/bits.js";
import { readColumn } from "../codes/columns.js";

/**
 * Part documents into text shards: {shards: each document's, its first if it has several; firsts:
 * each shard's first; pieces: in how many each document lies}. What weighs more than a shard holds
 * has shards to itself, as many as are read for it.
 */
function groupDocuments(reader, lengths, target) {
  const shards = new Int32Array(lengths.length);
  const pieces = new Int32Array(lengths.length).fill(1);
  const firsts = [];
  let room = 0;
  lengths.forEach((length, document) => {
    const weight = 1 + length;
    if (weight > target) pieces[document] = reader.gamma();
    if (room < weight) {
      shards[document] = firsts.length;
      for (let piece = 0; piece < pieces[document]; piece++) firsts.push(document);
      room = target;
    } else {
      shards[document] = firsts.length - 1;
    }
    room -= weight;
  });
  return { shards, firsts, pieces };
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
 * Read the documents file: {lengths (terms of each body), placed (groupDocuments), facets: {key:
 * {names, sets (of indices into names), choice (a document's set)}}}.
 */
export function readDocumentTable(bytes, { years, documents, facetNames, textShardTerms }) {
  const reader = new BitReader(bytes);
  const lengths = readColumn(reader, documents);
  const facets = { year: spreadYears(years, documents) };
  for (const [key, names] of Object.entries(facetNames)) {
    const sets = readSets(reader);
    facets[key] = { names, sets, choice: readColumn(reader, documents) };
  }
  return { lengths, placed: groupDocuments(reader, lengths, textShardTerms), facets };
}
