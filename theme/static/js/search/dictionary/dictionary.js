/** The dictionary of runs and words, as far as it is loaded. */

import { readEntries } from "../codes/gram_shard.js";

export class Dictionary {
  constructor(manifest, loader) {
    this.manifest = manifest;
    this.loader = loader;
    this.entries = new Map();
    /** How many terms titles and bylines have, as far as anything in them was loaded. */
    this.lengths = [0, 1].map(() => new Int32Array(manifest.documents));
  }

  /** Load the shards of these keys, at once, and read their entries. */
  async load(keys) {
    // An archive of nothing but marks has no shards.
    if (!this.manifest.shards) return;
    const wanted = new Map();
    for (const key of keys) {
      if (key === null || this.entries.has(key)) continue;
      const shard = this.manifest.locate(key);
      if (!wanted.has(shard)) wanted.set(shard, new Set());
      wanted.get(shard).add(key);
    }
    await Promise.all([...wanted].map(([shard, chosen]) => this.read(shard, chosen)));
  }

  async read(shard, keys) {
    const bytes = await this.fetch(shard);
    const found = this.readShard(bytes, (key) => keys.has(key));
    for (const key of keys) this.entries.set(key, null);
    for (const entry of found) this.entries.set(entry.key, entry);
  }

  readShard(bytes, wanted) {
    return readEntries(bytes, this.manifest, wanted, this.lengths);
  }

  fetch(shard) {
    const { grams, group } = this.manifest.members;
    return this.loader.loadShard("grams", grams, shard, group);
  }

  /** The terms that begin with `prefix`, from at most `mostShards` shards, and whether all are. */
  async expand(prefix, mostShards) {
    const first = this.manifest.locate(prefix);
    const last = this.manifest.locate(`${prefix}\uffff`);
    const end = Math.min(last, first + mostShards - 1);
    const begins = (key) => key.startsWith(prefix);
    const shards = Array.from({ length: end - first + 1 }, (_, step) => first + step);
    const lists = await Promise.all(
      shards.map(async (shard) => this.readShard(await this.fetch(shard), begins)),
    );
    const terms = lists.flat().filter((entry) => entry.terms);
    for (const entry of terms) this.entries.set(entry.key, entry);
    return { terms, complete: end === last };
  }

  /** A loaded entry, or null when the dictionary has none. */
  get(key) {
    return key === null ? null : (this.entries.get(key) ?? null);
  }
}
