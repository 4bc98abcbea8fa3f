/**
 * Chooses the grams whose lists together find a run: few shards, rare grams. Chosen grams are
 * never frequent, so their lists have positions and are short (shard_format.py).
 */

import { classOf, isLinked } from "../corpus/folding.js";

/** A run this long need not be covered wholly at once: its text is compared instead. */
const WHOLE = 4;
const SHARD_COST = 2.2;
const BIT_VALUE = 0.05;
const LEAST_WEIGHT = 0.01;

/** Part a folded run where the index does: [{offset, text}] of linked characters. */
export function partRun(text) {
  const characters = [...text];
  const classes = characters.map(classOf);
  const segments = [];
  characters.forEach((character, offset) => {
    const linked = offset > 0 && isLinked(classes[offset - 1], classes[offset]);
    if (linked) segments[segments.length - 1].text += character;
    else segments.push({ offset, text: character });
  });
  return segments.filter(({ text: t }) => [...t].some((c) => classOf(c) >= 2));
}

/** The shortest gram that begins at `start`, is in the dictionary and is not frequent. */
function* candidates(key, manifest) {
  for (let start = 0; start < key.length - 1; start++) {
    for (let end = start + 2; end <= key.length; end++) {
      const gram = key.slice(start, end);
      if (!manifest.isStored(gram)) break;
      if (!manifest.frequent.has(gram)) yield { offset: start, key: gram };
    }
  }
}

function weighGram(gram, covered, shards, manifest) {
  let fresh = 0;
  let bits = 0;
  for (let at = gram.offset; at < gram.offset + gram.key.length; at++) {
    if (!covered[at]) fresh++;
    bits += manifest.bitsOf(manifest.folded[gram.key.charCodeAt(at - gram.offset)]);
  }
  const cost = shards.has(manifest.locate(gram.key)) ? 0 : SHARD_COST;
  // What covers anything is worth something, however little its symbols tell.
  return fresh && Math.max(fresh + BIT_VALUE * bits - cost + 1, LEAST_WEIGHT);
}

/**
 * Choose grams for a key that is not stored itself. `shards` are the shards to be loaded anyway;
 * those of the chosen grams are added. With `whole` every symbol is covered.
 */
export function coverKey(key, manifest, shards, whole) {
  const grams = [...candidates(key, manifest)];
  const covered = new Array(key.length).fill(false);
  const chosen = [];
  const need = whole ? key.length : Math.min(key.length, WHOLE);
  for (let count = 0; count < need || chosen.length < 2; ) {
    let best = null;
    let most = 0;
    for (const gram of grams) {
      const weight = weighGram(gram, covered, shards, manifest);
      if (weight > 0 && (!best || weight > most)) [best, most] = [gram, weight];
    }
    if (!best) break;
    chosen.push(best);
    shards.add(manifest.locate(best.key));
    covered.fill(true, best.offset, best.offset + best.key.length);
    count = covered.filter(Boolean).length;
  }
  return { grams: chosen, whole: covered.every(Boolean) };
}
