/** What to try when a query finds nothing: less of it, longest first. */

import { cutRun } from "../corpus/cut.js";
import { classOf, LETTER, MARK } from "../corpus/folding.js";
import { isPinyin } from "./pinyin.js";

const MOST = 8;

/** The query without one of its parts. */
function leaveOut(parts) {
  return parts.map((_, left) =>
    parts.filter((__, at) => at !== left).map(({ printed }) => printed).join(" "),
  );
}

/** A run's words and marks; a number or a word of letters stays whole. */
function cutPieces(text, manifest) {
  const pieces = [];
  for (const piece of cutRun(text, (run) => manifest.bitsOf(run))) {
    const last = pieces[pieces.length - 1];
    if (last && isLetters(last) && isLetters(piece)) pieces[pieces.length - 1] += piece;
    else pieces.push(piece);
  }
  return pieces;
}

const isLetters = (piece) => [...piece].every((character) => classOf(character) === LETTER);
const isWordy = (piece) => [...piece].some((character) => classOf(character) > MARK);

/** The stretches of a run that are whole words of it, longest first. */
function listStretches(text, manifest) {
  const pieces = cutPieces(text, manifest);
  const stretches = [];
  for (let size = pieces.length - 1; size > 0; size--) {
    for (let start = 0; start + size <= pieces.length; start++) {
      const stretch = pieces.slice(start, start + size);
      if (isWordy(stretch[0]) && isWordy(stretch[size - 1])) stretches.push(stretch.join(""));
    }
  }
  const known = stretches.filter((stretch) => manifest.keyOf(stretch) !== null);
  const long = known.filter((stretch) => [...stretch].length > 1);
  return (long.length ? long : known).sort((a, b) => b.length - a.length);
}

/** The words whose pinyin begins with as much as possible of what was typed. */
function readLess(letters, book) {
  for (let size = letters.length - 1; size > 1; size--) {
    const [found] = book.suggest(letters.slice(0, size), 1);
    if (found) return [found.text];
  }
  return [];
}

/** Promise queries that come near to one of these parts, the nearest first. */
export async function listNearer(parts, manifest, readings) {
  const wanted = parts.filter(({ excluded, facet }) => !excluded && !facet);
  if (wanted.length > 1) return leaveOut(wanted).concat(wanted.map(({ printed }) => printed));
  if (!wanted.length) return [];
  const [{ text }] = wanted;
  if (isPinyin(text)) return readLess(text, await readings.openBook());
  return listStretches(await readings.simplify(text), manifest).slice(0, MOST);
}
