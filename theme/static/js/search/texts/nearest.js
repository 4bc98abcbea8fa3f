/**
 * What to try when a query finds nothing: less of it, longest first. Names of places and people and
 * numbers are never left out and never cut.
 */

import { classOf, MARK } from "../corpus/folding.js";
import { cutWholes, isAmount, isPersonLike } from "../names/wholes.js";
import { isPinyin } from "./pinyin.js";

const MOST = 8;
/** Digits that are rather a year than a number. */
const YEAR = /^(?:19|20)\d\d$/u;

/** Whether a stretch may begin or end with a piece: a word or a name, no mark and no single character. */
const isFirm = ({ text, isWhole }) =>
  isWhole || ([...text].length > 1 && [...text].some((character) => classOf(character) > MARK));

/** The stretches of a run that are whole words of it and have all its names, longest first. */
function listStretches(text, manifest) {
  const pieces = cutWholes(text, manifest, { people: true });
  const stretches = [];
  for (let size = pieces.length - 1; size > 0; size--) {
    for (let start = 0; start + size <= pieces.length; start++) {
      const stretch = pieces.slice(start, start + size);
      const left = [...pieces.slice(0, start), ...pieces.slice(start + size)];
      if (!isFirm(stretch[0]) || !isFirm(stretch[size - 1])) continue;
      if (!left.some(({ isWhole }) => isWhole)) stretches.push(stretch.map((piece) => piece.text).join(""));
    }
  }
  const known = stretches.filter((stretch) => manifest.keyOf(stretch) !== null);
  return known.sort((a, b) => b.length - a.length);
}

/** Whether a part has anything that must not be left out. */
function isKept({ text, date }, manifest, names) {
  if (date || names.has(text) || isPersonLike(text, manifest)) return true;
  return cutWholes(text, manifest, { people: true }).some(({ isWhole }) => isWhole);
}

/** Queries that come near to one of these parts, the nearest first; `names` are those that name something. */
export function listNearer(parts, manifest, names) {
  const wanted = parts.filter(({ excluded, facet }) => !excluded && !facet);
  if (wanted.length > 1) {
    const kept = wanted.map((part) => isKept(part, manifest, names));
    const without = wanted.flatMap((_, left) => (kept[left] ? [] : [wanted.filter((__, at) => at !== left)]));
    const alone = wanted.map((part) => [part]);
    const isWhole = (some) => wanted.every((part, at) => !kept[at] || some.includes(part));
    const queries = [...without, ...alone].filter(isWhole);
    return [...new Set(queries.map((some) => some.map(({ printed }) => printed).join(" ")))];
  }
  const [part] = wanted;
  if (!part || part.date || names.has(part.text)) return [];
  if (YEAR.test(part.text)) return [`${part.text}年`];
  if (isPinyin(part.text) || isPersonLike(part.text, manifest) || isAmount(part.text)) return [];
  return listStretches(part.text, manifest).slice(0, MOST);
}
