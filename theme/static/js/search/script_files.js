/**
 * Reads the index's files where fetching is forbidden: in a folder opened from a disk. The edition
 * for such folders (plugins/output/disk_edition.py) keeps each file as a script that hands over its bytes.
 */

import { LoadError } from "./failure.js";
import { loadScript } from "../scripts.js";

/** The name by which the scripts call; the same as in plugins/output/disk_edition.py. */
const RECEIVER = "receiveArchiveFile";

/** A reader for openSearch: promises the bytes of the file at an address. */
export function makeScriptReader() {
  const received = new Map();
  window[RECEIVER] = (content) => received.set(document.currentScript, content);
  return async (address) => {
    const script = await loadScript(`${address}.js`).catch(() => null);
    const content = received.get(script);
    received.delete(script);
    if (content === undefined) throw new LoadError(address);
    return decode(content);
  };
}

const decode = (base64) => Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
