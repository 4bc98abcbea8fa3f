/**
 * Serves the reader's own copy of the archive. It runs only where a reader asked for a copy.
 * With a network, pages are the site's; without one, or where it does not answer, the copy's.
 */

import { FOR_COPY, nameCache } from "./offline/names.js";

const ROOT = self.registration.scope;
/** How long the network may take, in milliseconds, before the copy answers. */
const PATIENCE = 3000;
/** Files whose names tell their contents. */
const NEVER_CHANGES = /\/search\/[^/]+\/|-[0-9a-f]{10}\.\w+$/;

/** Where a host may have the file that this address names. */
function listPlaces(url) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  return pathname.endsWith("/") ? [`${address}index.html`] : [address, `${address}.html`];
}

async function findKept(url) {
  const cache = await caches.open(nameCache(ROOT));
  for (const place of listPlaces(url)) {
    const kept = await cache.match(place);
    if (kept) return kept;
  }
  return null;
}

async function answer(request) {
  const kept = await findKept(request.url);
  if (!kept) return fetch(request);
  if (NEVER_CHANGES.test(new URL(request.url).pathname)) return kept;
  const fresh = fetch(request).then((response) => (response.status < 500 ? response : kept));
  const late = new Promise((give) => setTimeout(() => give(kept), PATIENCE));
  return Promise.race([fresh.catch(() => kept), late]);
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const isOurs = request.method === "GET" && request.url.startsWith(ROOT);
  if (isOurs && !request.headers.has(FOR_COPY)) event.respondWith(answer(request));
});
