/** Sorted keys, each written by what changes from the one before (plugins/search/codes/keys.py). */

export const SHARD_RICE = 5;
export const MANIFEST_RICE = 9;
const FIRST_RICE = 1;

/**
 * Read one key after `previous`; its first codes come from `heads`, the others from `tails`. Symbols
 * are the units of a string, so that strings compare as keys do.
 */
export function readKey(previous, heads, tails, width, rice) {
  const drop = heads.gamma() - 1;
  const add = heads.gamma();
  const kept = previous.length - drop;
  const first = drop ? previous.charCodeAt(kept) + 1 + heads.rice(kept ? rice : FIRST_RICE) : heads.raw(width);
  let key = previous.slice(0, kept) + String.fromCharCode(first);
  for (let more = 1; more < add; more++) key += String.fromCharCode(tails.raw(width));
  return key;
}

/** Read a list of keys from one stream. */
export function readKeys(reader, count, symbols) {
  const width = symbolBits(symbols);
  const keys = [];
  let key = "";
  for (let number = 0; number < count; number++) {
    key = readKey(key, reader, reader, width, MANIFEST_RICE);
    keys.push(key);
  }
  return keys;
}

/** The width of a raw symbol. */
export const symbolBits = (symbols) => Math.max(1, 32 - Math.clz32(symbols - 1));
