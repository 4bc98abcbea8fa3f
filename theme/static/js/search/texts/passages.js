/** Chooses what to show of an article: the stretch of text that is why it was found, with marks. */

import { foldWithPlaces } from "../corpus/folding.js";
import { readQueryNumbers, scanNumbers } from "../numbers/number_tokens.js";

const BEFORE = 24;
const LENGTH = 90;
/** A run that is longer than a passage is shown to its end, up to here. */
const LONGEST = 300;
/** What stands as typed decides over any number of other marks. */
const LITERAL_WEIGHT = 1000;
/** What leads into an article: so many of its own words. */
const MOST_FOUND = 12;

/**
 * What to mark: `runs` as typed, `words` that may stand for them, and `numbers` in whatever
 * spelling.
 */
export function makeNeedles(runs, words, numbers) {
  const edges = new Map(runs.map((run) => [run, readQueryNumbers(run)]));
  return { runs, words, edges, numbers };
}

/** The places [start, end] of a run in folded text. */
function findRun(text, run) {
  const places = [];
  for (let at = text.indexOf(run); run && at >= 0; at = text.indexOf(run, at + run.length)) {
    places.push([at, at + run.length]);
  }
  return places;
}

/** The places of a typed run, and whether they are no pieces of longer numbers or words. */
function findTyped(text, run, edges, tokens) {
  const places = findRun(text, run);
  const first = edges.some(({ start }) => !start);
  const last = edges.some(({ end }) => end === run.length);
  if (!first && !last) return { places, isWhole: true };
  const whole = places.filter(
    ([from, to]) =>
      (!first || tokens.some(({ start }) => start === from)) && (!last || tokens.some(({ end }) => end === to)),
  );
  return whole.length ? { places: whole, isWhole: true } : { places, isWhole: false };
}

const isSame = (token, wanted) =>
  token.value === wanted.value && (!wanted.follow || token.follow === wanted.follow);

/** Join marks that meet or overlap. */
export function joinMarks(found) {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const marks = [];
  for (const mark of found) {
    const last = marks[marks.length - 1];
    if (last && mark.start <= last.end) {
      last.end = Math.max(last.end, mark.end);
      last.isLiteral = last.isLiteral || mark.isLiteral;
      last.isWhole = last.isWhole || mark.isWhole;
    } else {
      marks.push({ ...mark });
    }
  }
  return marks;
}

/** All marks of a text: sorted {start, end, isLiteral, isWhole}, never overlapping. */
function findMarks(printed, needles, simplified) {
  const { text, starts, ends } = foldWithPlaces(printed, simplified);
  const hasNumbers = [...needles.edges.values()].some((edges) => edges.length);
  const tokens = hasNumbers ? scanNumbers(text) : [];
  const found = [];
  const add = (places, isLiteral, isWhole = false) =>
    places.forEach(([from, to]) => found.push({ start: starts[from], end: ends[to - 1], isLiteral, isWhole }));
  for (const run of needles.runs) {
    const { places, isWhole } = findTyped(text, run, needles.edges.get(run), tokens);
    add(places, true, isWhole);
  }
  for (const word of needles.words) add(findRun(text, word), false);
  const numbers = tokens.filter((token) => needles.numbers.some((wanted) => isSame(token, wanted)));
  add(numbers.map(({ start, end }) => [start, end]), false);
  return joinMarks(found);
}

const weigh = ({ start, end, isLiteral }) => (end - start) * (isLiteral ? LITERAL_WEIGHT : 1);

/** The mark from which on a window of LENGTH holds most, and what is literal before all. */
export function chooseMark(marks) {
  let best = null;
  marks.forEach((mark, first) => {
    const reach = Math.max(mark.start + LENGTH - BEFORE, mark.end);
    const inside = marks.slice(first).filter(({ end }) => end <= reach);
    const weight = inside.reduce((sum, one) => sum + weigh(one), 0);
    if (!best || weight > best.weight) best = { mark, weight };
  });
  return best && best.mark;
}

/** The place where a passage begins: after a stop, if there is one before the first mark. */
function chooseStart(body, mark) {
  const start = mark ? Math.max(0, mark.start - BEFORE) : 0;
  if (!start) return 0;
  const stop = /[，。；：！？、,;:!?]["”’」』）)]?/u.exec(body.slice(start, mark.start));
  return stop ? start + stop.index + stop[0].length : start;
}

const isLowSurrogate = (text, at) => /[\udc00-\udfff]/.test(text[at] || "");

/** The passage of a text: {text, marks: [start, end], goesOn}. */
function cutPassage(printed, marks, isLast) {
  // A zero-width mark counts as a blank in JavaScript, and is none.
  const body = printed.replace(/[^\S\ufeff]/gu, " ");
  const mark = chooseMark(marks);
  let start = chooseStart(body, mark);
  if (isLowSurrogate(body, start)) start--;
  const reach = mark ? Math.min(mark.end, mark.start + LONGEST) : 0;
  const wanted = Math.max(start + LENGTH, reach);
  // No marked word is cut in two.
  const cut = marks.find((one) => one.start < wanted && one.end > wanted && one.end <= wanted + BEFORE);
  let end = Math.min(body.length, cut ? cut.end : wanted);
  if (isLowSurrogate(body, end)) end++;
  const inside = marks
    .filter((one) => one.end > start && one.start < end)
    .map((one) => [Math.max(one.start, start) - start, Math.min(one.end, end) - start]);
  return { text: body.slice(start, end), marks: inside, goesOn: end < body.length || !isLast };
}

const isAnyLiteral = (marks) => marks.some(({ isLiteral }) => isLiteral);

/** The words that are marked, those as typed first: what the article's own page marks. */
function listFound(texts) {
  const words = texts.flatMap(([text, marks]) =>
    marks.map(({ start, end, isLiteral }) => ({ word: text.slice(start, end), isLiteral })),
  );
  const ordered = [...words.filter((one) => one.isLiteral), ...words.filter((one) => !one.isLiteral)];
  return [...new Set(ordered.map(({ word }) => word))].slice(0, MOST_FOUND);
}

/**
 * What to show of an article, or of a piece of it: {passage: of its body, or of its byline, where
 * what was typed stands there and not in the body; titleMarks: [start, end]; found: its own words for
 * what was looked for; isLiteral, isMarked: whether what was typed stands there whole, whether anything is marked}.
 */
export function showFound({ title, byline, body, isLast }, needles, simplified) {
  const [inTitle, inBody] = [title, body].map((text) => findMarks(text, needles, simplified));
  const inByline = byline && !isAnyLiteral(inBody) ? findMarks(byline, needles, simplified) : [];
  const isByline = isAnyLiteral(inByline);
  const passage = isByline ? cutPassage(byline, inByline, true) : cutPassage(body, inBody, isLast);
  const titleMarks = inTitle.map(({ start, end }) => [start, end]);
  const found = listFound([[title, inTitle], [body, inBody]]);
  const isLiteral = isByline || inBody.some(({ isWhole }) => isWhole);
  return { passage, titleMarks, found, isLiteral, isMarked: isByline || inBody.length > 0 };
}
