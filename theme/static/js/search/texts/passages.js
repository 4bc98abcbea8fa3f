/** Chooses what to show of an article: the stretch of text around the match, and the marks. */

import { foldText } from "../corpus/folding.js";

const BEFORE = 24;
const LENGTH = 90;

/** All occurrences of any of `runs` in folded `text`: sorted [start, end], never overlapping. */
export function findMarks(text, runs) {
  const folded = foldText(text);
  const found = [];
  for (const run of runs) {
    for (let at = folded.indexOf(run); run && at >= 0; at = folded.indexOf(run, at + run.length)) {
      found.push([at, at + run.length]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const marks = [];
  for (const [start, end] of found) {
    const last = marks[marks.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** Where a window of LENGTH holds most of the marks, weighted by how much is marked. */
function chooseWindow(marks) {
  let best = { start: 0, marked: 0 };
  marks.forEach(([start], first) => {
    const inside = marks.slice(first).filter(([, end]) => end <= start + LENGTH - BEFORE);
    const marked = inside.reduce((sum, [from, to]) => sum + to - from, 0);
    if (marked > best.marked) best = { start, marked };
  });
  return Math.max(0, best.start - BEFORE);
}

/** The place where a passage begins: after a stop, if there is one before the first mark. */
function chooseStart(body, marks) {
  const start = chooseWindow(marks);
  if (!start) return 0;
  const stop = /[，。；：！？、,;:!?]["”’」』）)]?/u.exec(body.slice(start, start + BEFORE));
  return stop ? start + stop.index + stop[0].length : start;
}

const isLowSurrogate = (text, at) => /[\udc00-\udfff]/.test(text[at] || "");

/** The passage of an article for these runs: {text, marks, goesOn: whether the article does}. */
export function choosePassage(article, runs) {
  const body = article.body.replace(/\s+/gu, (blank) => " ".repeat(blank.length));
  const marks = findMarks(body, runs);
  let start = chooseStart(body, marks);
  if (isLowSurrogate(body, start)) start--;
  let end = Math.min(body.length, start + LENGTH);
  if (isLowSurrogate(body, end)) end++;
  const inside = marks
    .filter(([from, to]) => to > start && from < end)
    .map(([from, to]) => [Math.max(from, start) - start, Math.min(to, end) - start]);
  return { text: body.slice(start, end), marks: inside, goesOn: end < body.length };
}
