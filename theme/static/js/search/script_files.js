/**
 * Reads the index's files where fetching is forbidden: in a folder opened from a disk. The edition
 * for such folders (plugins/output/disk_edition.py) keeps each file as a script that hands over its bytes.
 */

import { LoadError } from "./failure.js";

/** The name by which the scripts call; the same as in plugins/output/disk_edition.py. */
const RECEIVER = "receiveArchiveFile";

/** A reader for openSearch: promises the bytes of the file at an address. */
export function makeScriptReader() {
  const received = new Map();
  window[RECEIVER] = (content) => received.set(document.currentScript, content);
  return (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${address}.js`;
      script.addEventListener("load", () => {
        script.remove();
        if (received.has(script)) resolve(decode(received.get(script)));
        else reject(new LoadError(address));
        received.delete(script);
      });
      script.addEventListener("error", () => {
        script.remove();
        reject(new LoadError(address));
      });
      document.head.append(script);
    });
}

const decode = (base64) => Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
