/** Fetches the index's files: each once, checked, and tried again when it failed. */

import { openSealed } from "./checksum.js";
import { LoadError } from "./failure.js";

const TRIES = 2;

async function fetchBytes(address, again) {
  // A second try must not be answered by the cache that gave the first.
  const answer = await fetch(address, again ? { cache: "reload" } : {});
  if (!answer.ok) throw new LoadError(address, new Error(`HTTP ${answer.status}`));
  return new Uint8Array(await answer.arrayBuffer());
}

export class Loader {
  /** `readBytes(address, again)` promises a file's bytes; by default they are fetched. */
  constructor(baseUrl, readBytes = fetchBytes) {
    this.baseUrl = baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`;
    this.readBytes = readBytes;
    this.promises = new Map();
  }

  /** A JSON file, such as the manifest. */
  loadJson(path) {
    const read = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
    return this.loadOnce(this.baseUrl + path, read);
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
  loadOnce(address, read) {
    const known = this.promises.get(address);
    if (known) return known;
    const promise = this.tryLoading(address, read);
    this.promises.set(address, promise);
    promise.catch(() => this.promises.delete(address));
    return promise;
  }

  async tryLoading(address, read) {
    for (let left = TRIES; ; left--) {
      try {
        return read(await this.readBytes(address, left < TRIES));
      } catch (error) {
        if (left > 1) continue;
        throw error instanceof LoadError ? error : new LoadError(address, error);
      }
    }
  }
}
