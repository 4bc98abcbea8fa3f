/** The articles' texts, loaded a shard at a time for the results on screen. */

import { readNames, readTexts } from "./texts.js";

export class Library {
  /** `shards` are the documents' text shards, `firsts` the shards' first documents. */
  constructor(manifest, loader, { shards, firsts }) {
    this.manifest = manifest;
    this.loader = loader;
    this.placed = { shards, firsts };
    this.opened = new Map();
  }

  /** One article (texts.js). */
  async read(document) {
    const { shards, firsts } = this.placed;
    const shard = shards[document];
    const first = firsts[shard];
    const end = firsts[shard + 1] ?? this.manifest.documents;
    const texts = await this.open("texts", shard, readTexts, end - first);
    return texts[document - first];
  }

  /** An article without its text: {url, title, date, dateLabel}. */
  async readName(document) {
    const { documents, namesPerShard } = this.manifest.members;
    const shard = Math.floor(document / namesPerShard);
    const first = shard * namesPerShard;
    const size = Math.min(namesPerShard, documents - first);
    const names = await this.open("names", shard, readNames, size);
    return names[document - first];
  }

  async open(family, shard, readDocuments, size) {
    const name = `${family}/${shard}`;
    if (!this.opened.has(name)) {
      const { [family]: folders, group } = this.manifest.members;
      const bytes = await this.loader.loadShard(family, folders, shard, group);
      this.opened.set(name, readDocuments(bytes, this.manifest, size));
    }
    return this.opened.get(name);
  }
}
