/** Which articles have a number, in whatever spelling, or a Latin word as a whole (number shards). */

import { BitReader } from "../codes/bits.js";
import { gapParameter, readVarint } from "../codes/gram_shard.js";
import { findShard } from "../codes/unordered.js";
import { FormatError } from "../failure.js";

/** The lists of a number shard: Map from value to Map from what follows to documents. */
function readShard(bytes, documents) {
  const cursor = { bytes, at: 0 };
  const size = readVarint(cursor);
  const end = cursor.at + size;
  const values = new TextDecoder().decode(bytes.subarray(cursor.at, end));
  const reader = new BitReader(bytes, end);
  const lists = new Map();
  for (const value of values ? values.split("\n") : []) {
    const follows = new Map();
    for (let left = reader.gamma(); left; left--) {
      const point = reader.raw(21);
      follows.set(point ? String.fromCodePoint(point) : "", readList(reader, documents));
    }
    lists.set(value, follows);
  }
  return lists;
}

function readList(reader, documents) {
  const df = reader.gamma();
  if (df > documents) throw new FormatError("篇数过多");
  const parameter = gapParameter(df, documents);
  const list = [];
  for (let document = -1; list.length < df; list.push(document)) document += reader.rice(parameter) + 1;
  return list;
}

export class NumberIndex {
  constructor(manifest, loader) {
    this.manifest = manifest;
    this.loader = loader;
    this.shards = new Map();
  }

  /** Load what tells of these tokens (number_tokens.js). */
  async load(tokens) {
    const { numberShards } = this.manifest.members;
    const numbers = new Set(tokens.map(({ value }) => findShard(value, numberShards)));
    await Promise.all([...numbers].map((number) => this.open(number)));
  }

  async open(number) {
    if (this.shards.has(number)) return;
    const { numbers, group } = this.manifest.members;
    const bytes = await this.loader.loadShard("numbers", numbers, number, group);
    this.shards.set(number, readShard(bytes, this.manifest.documents));
  }

  /** The documents, as a Set, that have a loaded token's number; before its character, if any. */
  find({ value, follow }) {
    const lists = this.shards.get(findShard(value, this.manifest.members.numberShards));
    const follows = (lists && lists.get(value)) || new Map();
    if (follow) return new Set(follows.get(follow));
    return new Set([...follows.values()].flat());
  }
}
