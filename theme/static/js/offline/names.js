/** What the page that makes a copy and the worker that serves it agree on. */

/** The name of the cache that holds the copy of the archive at this root. */
export const nameCache = (root) => `offline ${root}`;

/** Marks the copy's own requests, which must not be answered from the copy. */
export const FOR_COPY = "x-for-copy";
