/** What a name means: places, topics, public people, months (shard_format.py, "directory shard"). */

import { UnorderedFamily } from "../codes/unordered.js";

function readRow([kind, name, url = "", reports = 0, figures = 0, note = "", places = [], explanation = ""]) {
  const within = places.map(([text, address]) => ({ name: text, url: address }));
  return { kind, name, url, reports, figures, note, places: within, explanation };
}

export class Directory {
  constructor(manifest, loader) {
    this.family = new UnorderedFamily(manifest, loader, "directory", "directoryShards");
  }

  /** Promise all that a folded name means: [{kind, name, url, reports, figures, note, places, explanation}]. */
  async find(name) {
    return ((await this.family.find(name)) || []).map(readRow);
  }
}
