/** Long articles lie in pieces (shard_format.py, "Text shard"): which of them to load. */

import { chooseMark, joinMarks, showFound } from "./passages.js";

const BODY = 2;
/** A piece goes on for so many positions behind those of which it is the piece. */
const BEHIND = 100;

/** The piece that has an article's passage, as far as the lists tell where things stand. */
function choosePiece(document, sought, library) {
  const marks = sought.flatMap(({ text, isLiteral, placesIn }) => {
    const size = [...text].length;
    const starts = library.listInBody(placesIn(document) || []);
    return starts.map((start) => ({ start, end: start + size, isLiteral }));
  });
  const mark = chooseMark(joinMarks(marks));
  return mark ? library.pieceAt(document, mark.start) : 0;
}

/**
 * Read of an article what likely has its passage. `sought` are {text, isLiteral, hits, placesIn}: a
 * run or word, and where it stands (runs.js).
 */
export function readLikely(document, sought, library) {
  const hasPieces = library.countPieces(document) > 1;
  return library.read(document, hasPieces ? choosePiece(document, sought, library) : 0);
}

/**
 * What to show of an article: its head, and what showFound gives. All of it is read where the
 * likeliest piece lacks what the article has: nobody knows before where numbers and the most frequent
 * runs stand.
 */
export async function showReason(document, sought, needles, library) {
  const { simplified } = library.manifest;
  const piece = await readLikely(document, sought, library);
  const shown = showFound(piece, needles, simplified);
  const isEnough = library.countPieces(document) === 1 || isReason(shown, document, sought, needles);
  const article = isEnough ? piece : await library.readWhole(document);
  const { url, title, date, dateLabel } = article;
  const { passage, titleMarks, found } = isEnough ? shown : showFound(article, needles, simplified);
  const missing = sought.filter(({ text, isLiteral, hits }) => isLiteral && hits.has(document) && !isAmong(text, found, library));
  return { url, title, date, dateLabel, passage, titleMarks, found: [...found, ...missing.map(({ text }) => text)] };
}

function isReason(shown, document, sought, { numbers }) {
  const stands = ({ hits }) => hits.countIn(BODY, document) > 0;
  if (sought.some((one) => one.isLiteral && stands(one))) return shown.isLiteral;
  return shown.isMarked || !(numbers.length || sought.some(stands));
}

const isAmong = (text, found, { manifest }) => found.some((word) => manifest.fold(word).includes(text));

/**
 * How often a run stands in each field of an article; `places` are the positions at which it may, null
 * where that is not known.
 */
export async function countRun(run, document, places, library) {
  const count = (text) => library.manifest.fold(text).split(run).length - 1;
  const size = [...run].length;
  if (library.countPieces(document) === 1 || !places || size > BEHIND) {
    const { title, byline, body } = await library.readWhole(document);
    return [title, byline, body].map(count);
  }
  const starts = library.listInBody(places);
  const numbers = starts.map((start) => library.pieceAt(document, start));
  const pieces = await Promise.all((starts.length ? numbers : [0]).map((n) => library.read(document, n)));
  const isThere = starts.map((start, at) => standsAt(run, size, start, pieces[at], library));
  const [{ title, byline }] = pieces;
  return [count(title), count(byline), countApart(starts.filter((_, at) => isThere[at]), size)];
}

function standsAt(run, size, start, piece, { manifest }) {
  const at = start - piece.start;
  return [...manifest.fold(piece.body)].slice(at, at + size).join("") === run;
}

/** Count without those that begin within another. */
function countApart(starts, size) {
  let end = 0;
  return starts.filter((start) => start >= end && ((end = start + size), true)).length;
}
