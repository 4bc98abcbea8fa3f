/** Opens the archive's index once, wherever the page lies. */

import { makeScriptReader } from "../search/script_files.js";
import { openSearch } from "../search/search.js";

export const isOnDisk = location.protocol === "file:";

/** A function that promises the archive of the site at `root`; after a failure it tries again. */
export function makeOpener(root) {
  let archive = null;
  const open = () => {
    if (archive) return archive;
    archive = openSearch(`${root}/search/`, isOnDisk ? { readBytes: makeScriptReader() } : {});
    // A failure must not be kept: asking again tries again.
    archive.catch(() => (archive = null));
    return archive;
  };
  // The archive may have been published anew since: its new manifest is asked for.
  open.forget = () => (archive = null);
  return open;
}
