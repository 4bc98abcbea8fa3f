/** The articles' texts, loaded a shard at a time for the results on screen. */

import { readNames, readTexts } from "./texts.js";

export class Library {
  constructor(manifest, loader, table) {
    this.manifest = manifest;
    this.loader = loader;
    this.table = table;
    this.shards = new Map();
  }

  /** One article: {url, title, date, dateLabel, byline, body}. */
  async read(document) {
    const shard = this.table.shards[document];
    const first = this.table.firsts[shard];
    const end = this.table.firsts[shard + 1] ?? this.manifest.documents;
    const texts = await this.open("texts", shard, readTexts, end - first);
    return texts[document - first];
  }

  /** An article without its text: {url, title, date, dateLabel}. */
  async readName(document) {
    const { documents, namesPerShard } = this.manifest.members;
    const shard = Math.floor(document / namesPerShard);
    const first = shard * namesPerShard;
    const size = Math.min(namesPerShard, documents - first);
    const { url, title, date, dateLabel } = (await this.open("names", shard, readNames, size))[
      document - first
    ];
    return { url, title, date, dateLabel };
  }

  async open(family, shard, readDocuments, size) {
    const name = `${family}/${shard}`;
    if (!this.shards.has(name)) {
      const { [family]: folders, group } = this.manifest.members;
      const bytes = await this.loader.loadShard(family, folders, shard, group);
      this.shards.set(name, readDocuments(bytes, this.manifest, size));
    }
    return this.shards.get(name);
  }
}
