/** Fetches the index's files: each once, checked, and tried again when it failed. */

import { openSealed } from "./checksum.js";
import { LoadError } from "./failure.js";

const TRIES = 2;

const readJson = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

async function fetchBytes(address, cache) {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new LoadError(address, new Error(`HTTP ${answer.status}`));
  return new Uint8Array(await answer.arrayBuffer());
}

export class Loader {
  /**
   * `readBytes(address, cache)` promises a file's bytes; by default they are fetched, and `cache`
   * is the mode in which the browser's cache is asked.
   */
  constructor(baseUrl, readBytes = fetchBytes) {
    this.baseUrl = baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`;
    this.readBytes = readBytes;
    this.promises = new Map();
  }

  /** The manifest: the one file that changes under its name, so the host is asked for a newer. */
  loadManifest() {
    return this.loadOnce(`${this.baseUrl}manifest.json`, readJson, "no-cache");
  }

  /** A JSON file. */
  loadJson(path) {
    return this.loadOnce(this.baseUrl + path, readJson);
  }

  /** Shard `number` of a family, without its checksum. */
  loadShard(family, folders, number, group) {
    const folder = folders[Math.floor(number / group)];
    const tail = `${family}/${number}`;
    const address = `${this.baseUrl}${family}/${folder}/${number}.bin`;
    return this.loadOnce(address, (bytes) => openSealed(bytes, tail));
  }

  /** A file of its own, such as the documents table. */
  loadSingle(path) {
    const name = path.slice(0, path.indexOf("/"));
    return this.loadOnce(this.baseUrl + path, (bytes) => openSealed(bytes, name));
  }

  /** Promise a file's content; a failed promise is forgotten, so that asking again tries again. */
  loadOnce(address, read, cache = "default") {
    const known = this.promises.get(address);
    if (known) return known;
    const promise = this.tryLoading(address, read, cache);
    this.promises.set(address, promise);
    promise.catch(() => this.promises.delete(address));
    return promise;
  }

  async tryLoading(address, read, cache) {
    for (let left = TRIES; ; left--) {
      try {
        // A second try must not be answered by the cache that gave the first.
        return read(await this.readBytes(address, left < TRIES ? "reload" : cache));
      } catch (error) {
        if (left > 1) continue;
        throw error instanceof LoadError ? error : new LoadError(address, error);
      }
    }
  }
}
