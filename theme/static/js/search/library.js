/** The articles' texts, loaded a shard at a time for the results on screen. */

import { readTexts } from "./texts.js";

export class Library {
  constructor(manifest, loader, table) {
    this.manifest = manifest;
    this.loader = loader;
    this.table = table;
    this.shards = new Map();
  }

  /** One article: {url, date, dateLabel, title, byline, body}. */
  async read(document) {
    const shard = this.table.shards[document];
    const first = this.table.firsts[shard];
    if (!this.shards.has(shard)) this.shards.set(shard, await this.open(shard, first));
    return this.shards.get(shard)[document - first];
  }

  async open(shard, first) {
    const { texts, group } = this.manifest.members;
    const bytes = await this.loader.loadShard("texts", texts, shard, group);
    const end = this.table.firsts[shard + 1] ?? this.manifest.documents;
    return readTexts(bytes, this.manifest, end - first);
  }
}
