/**
 * What no query is cut in: names of places, told by what ends them, names of people, told by their
 * surname, and numbers.
 */

import { cutRun } from "../corpus/cut.js";
import { readQueryNumbers, UNITS } from "../numbers/number_tokens.js";

const PLACE_END = /^(?:自治县|街道|社区|[县区市镇乡村])$/u;
const PLACE = /^.{2,}(?:街道|社区|[县区市镇乡村])$/u;
/** A place's name has so many characters before what ends it, as far as it is cut to pieces. */
const [FEWEST, MOST] = [2, 4];
const LONGEST_NAME = 3;
const LONGEST_UNIT = 3;
const SIGN = /^[-+~]/u;
const HAN = /^\p{Script=Han}+$/u;

const sizeOf = (text) => [...text].length;

/** Join pieces from `first` to `last` into one that is not cut. */
function joinPieces(pieces, first, last) {
  const text = pieces.slice(first, last + 1).map((piece) => piece.text).join("");
  pieces.splice(first, last + 1 - first, { text, isWhole: true });
}

/** Join what ends a place's name with what stands before it: 池河, 镇; 双, 龙, 村. */
function joinPlaces(pieces) {
  for (let at = 1; at < pieces.length; at++) {
    if (!PLACE_END.test(pieces[at].text)) continue;
    let first = at;
    let size = 0;
    const fits = (piece) => HAN.test(piece.text) && !piece.isWhole && size + sizeOf(piece.text) <= MOST;
    while (first > 0 && fits(pieces[first - 1]) && (size < FEWEST || sizeOf(pieces[first - 1].text) === 1)) {
      size += sizeOf(pieces[--first].text);
    }
    if (first === at) continue;
    joinPieces(pieces, first, at);
    at = first;
  }
}

/** Join a surname with the single characters after it. */
function joinPeople(pieces, surnames) {
  for (let at = 0; at < pieces.length; at++) {
    if (pieces[at].isWhole || !surnames.has(pieces[at].text)) continue;
    let last = at;
    let size = sizeOf(pieces[at].text);
    const room = size + LONGEST_NAME - 1;
    const fits = (piece) => piece && !piece.isWhole && HAN.test(piece.text) && sizeOf(piece.text) === 1;
    while (size < room && fits(pieces[last + 1])) size += sizeOf(pieces[++last].text);
    if (last > at) joinPieces(pieces, at, last);
  }
}

/** Cut around a text's numbers: [{text, isWhole}]. */
function cutNumbers(text, cut) {
  const pieces = [];
  let end = 0;
  for (const token of readQueryNumbers(text)) {
    if (token.start < end) continue;
    pieces.push(...cut(text.slice(end, token.start)));
    pieces.push({ text: text.slice(token.start, token.end), isWhole: true, isNumber: true });
    end = token.end;
  }
  return [...pieces, ...cut(text.slice(end))];
}

/**
 * Cut a folded run into words and what is not cut: [{text, isWhole, isNumber}]. With `people` also
 * what may be a person's name stays whole.
 */
export function cutWholes(text, manifest, { people = false } = {}) {
  const cut = (run) => cutRun(run, (word) => manifest.bitsOf(word)).map((word) => ({ text: word }));
  const pieces = cutNumbers(text, cut);
  for (const piece of pieces) {
    if (PLACE.test(piece.text) || manifest.placeNames.has(piece.text)) piece.isWhole = true;
  }
  joinPlaces(pieces);
  if (people) joinPeople(pieces, manifest.surnames);
  return pieces;
}

/** Whether a run as a whole looks like the name of a person: 李折, 王小兰. */
export function isPersonLike(text, { surnames }) {
  const size = sizeOf(text);
  const [single, double] = [[...text][0], [...text].slice(0, 2).join("")];
  if (!HAN.test(text)) return false;
  return (surnames.has(single) && size > 1 && size <= 3) || (surnames.has(double) && size > 2 && size <= 4);
}

/** Whether a run is a number with what it counts in: 12万元, 23公里, 80平方米. */
export function isAmount(text) {
  const [token, ...others] = readQueryNumbers(text.replace(SIGN, ""));
  if (!token || token.start || others.length) return false;
  const left = text.replace(SIGN, "").length - token.end;
  return left <= LONGEST_UNIT && (!left || (token.follow !== "" && UNITS.includes(token.follow)));
}
