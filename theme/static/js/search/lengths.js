/** How many terms each document has, for lunr, and which text shard it lies in (shard_format.py). */

import { BitReader } from "./bits.js";
import { readColumn } from "./columns.js";

/** Part documents into text shards: {shards: each document's, firsts: each shard's first}. */
function groupDocuments(lengths, target) {
  const shards = new Int32Array(lengths[0].length);
  const firsts = [];
  let room = 0;
  shards.forEach((_, document) => {
    const weight = 1 + lengths.reduce((sum, column) => sum + column[document], 0);
    if (room < weight) {
      firsts.push(document);
      room = target;
    }
    shards[document] = firsts.length - 1;
    room -= weight;
  });
  return { shards, firsts };
}

/** Read the lengths file: {lengths (terms by field and document), shards, firsts}. */
export function readLengths(bytes, members) {
  const reader = new BitReader(bytes);
  const lengths = [0, 1, 2].map(() => readColumn(reader));
  return { lengths, ...groupDocuments(lengths, members.textShardTerms) };
}
