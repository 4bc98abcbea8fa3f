/** Shards without order: what is looked up stands where its checksum says (shard_format.py). */

import { checksum } from "../checksum.js";
import { FormatError } from "../failure.js";

/** The number of the shard in which a key stands. */
export const findShard = (key, shards) => checksum(new TextEncoder().encode(key)) % shards;

/** A family of such shards in JSON, loaded as they are asked for. */
export class UnorderedFamily {
  /** `name` is that of the family's member of the manifest, `count` of the one for its size. */
  constructor(manifest, loader, name, count) {
    this.members = manifest.members;
    this.loader = loader;
    this.name = name;
    this.count = this.members[count];
    this.shards = new Map();
  }

  /** Promise what stands under a key, or undefined. */
  async find(key) {
    const number = findShard(key, this.count);
    if (!this.shards.has(number)) {
      const { [this.name]: folders, group } = this.members;
      const bytes = await this.loader.loadShard(this.name, folders, number, group);
      this.shards.set(number, parse(bytes));
    }
    return this.shards.get(number).get(key);
  }
}

function parse(bytes) {
  try {
    return new Map(Object.entries(JSON.parse(new TextDecoder().decode(bytes))));
  } catch {
    throw new FormatError("名称表");
  }
}
