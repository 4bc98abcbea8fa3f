/** The reader's own copy of the archive: what it holds, bringing it up to date, removing it. */

import { FOR_COPY, nameCache } from "./names.js";

const AT_ONCE = 6;
const HASH = "x-file-hash";
const SUMMARY = "offline/summary.json";
/** Pages come last: while a copy is brought up to date, what they load is there before them. */
const isPage = (path) => path.endsWith(".html");

export class OfflineCopy {
  /** `root` is the site's absolute address with a slash at its end. */
  constructor(root) {
    this.root = root;
    this.name = nameCache(root);
  }

  /** What the site has now: {version, files, bytes}. */
  async readSummary() {
    return (await this.ask(SUMMARY)).json();
  }

  /** What the whole copy has, as readSummary; null where there is none. */
  async readKept() {
    if (!(await caches.has(this.name))) return null;
    const kept = await (await caches.open(this.name)).match(this.root + SUMMARY);
    return kept ? kept.json() : null;
  }

  /** How many bytes the copy lacks of what the site has. */
  async measureMissing() {
    const { files } = await (await this.ask("offline/files.json")).json();
    return sumBytes(await this.findMissing(await caches.open(this.name), files));
  }

  /**
   * Make the copy whole, or bring it up to date: only what changed is loaded, and what was
   * loaded before a failure is kept. `tell(done, all)` gets bytes; `signal` stops it.
   */
  async update(tell, signal) {
    const cache = await caches.open(this.name);
    const summary = await this.readSummary();
    const { files } = await (await this.ask("offline/files.json", signal)).json();
    await this.removeOthers(cache, files);
    const missing = await this.findMissing(cache, files);
    const queue = [...missing.filter(([path]) => !isPage(path)), ...missing.filter(([path]) => isPage(path))];
    const all = sumBytes(missing);
    let done = 0;
    const takeOne = async () => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        await this.keep(cache, file, signal);
        tell((done += file[1]), all);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, takeOne));
    await cache.put(this.root + SUMMARY, new Response(JSON.stringify(summary)));
  }

  /** Remove the copy and all that serves it. */
  async remove() {
    const worker = await navigator.serviceWorker.getRegistration(this.root);
    if (worker && worker.scope === this.root) await worker.unregister();
    await caches.delete(this.name);
  }

  async ask(path, signal) {
    const answer = await fetch(this.root + path, { headers: { [FOR_COPY]: "1" }, cache: "no-cache", signal });
    if (!answer.ok) throw new Error(`${path}（HTTP ${answer.status}）`);
    return answer;
  }

  async keep(cache, [path, , hash], signal) {
    const answer = await this.ask(path, signal);
    // A host may have led elsewhere, and browsers show no page from such an answer: make our own.
    const headers = { "content-type": answer.headers.get("content-type") || "", [HASH]: hash };
    await cache.put(this.root + path, new Response(await answer.blob(), { headers }));
  }

  async findMissing(cache, files) {
    const kept = await Promise.all(files.map(([path]) => cache.match(this.root + path)));
    return files.filter((file, at) => !kept[at] || kept[at].headers.get(HASH) !== file[2]);
  }

  /** Withdrawn pages go first of all, also where no network follows. */
  async removeOthers(cache, files) {
    const paths = [SUMMARY, ...files.map(([path]) => path)];
    const wanted = new Set(paths.map((path) => new URL(this.root + path).href));
    const kept = (await cache.keys()).filter(({ url }) => !wanted.has(url));
    await Promise.all(kept.map((request) => cache.delete(request)));
  }
}

const sumBytes = (files) => files.reduce((sum, [, bytes]) => sum + bytes, 0);
