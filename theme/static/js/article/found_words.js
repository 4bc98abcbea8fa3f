/**
 * Marks in an article the words that a search led here for: its address ends in #find=…, with the
 * words as the article prints them.
 */

/** What the search has of an article, as far as its page shows it. */
const SEARCHED =
  "h1, .kicker, .subtitle, .corrections p, .report-body :is(p, h2, h3, h4, h5, h6, li, td, th, pre, figcaption)";

/** The places [start, end] of words in text, whatever their case; sorted, never overlapping. */
function findMarks(text, words) {
  const small = text.toLowerCase();
  // A letter whose small form is longer would move all that follows.
  const searched = small.length === text.length ? small : text;
  const found = [];
  for (const word of words) {
    for (let at = searched.indexOf(word); at >= 0; at = searched.indexOf(word, at + word.length)) {
      found.push([at, at + word.length]);
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

function listTexts(place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

/** Mark [start, end] of a text node. */
function markStretch(node, start, end) {
  const mark = document.createElement("mark");
  const found = node.splitText(start);
  found.splitText(end - start);
  found.replaceWith(mark);
  mark.append(found);
}

/** Mark runs in one paragraph, also where they go on from a link into the text after it. */
function markParagraph(paragraph, runs) {
  const nodes = listTexts(paragraph);
  const marks = findMarks(nodes.map(({ data }) => data).join(""), runs);
  let end = nodes.reduce((sum, { data }) => sum + data.length, 0);
  for (const node of nodes.reverse()) {
    const begin = end - node.data.length;
    for (const [from, to] of [...marks].reverse()) {
      const [start, stop] = [Math.max(from, begin), Math.min(to, end)];
      if (start < stop) markStretch(node, start - begin, stop - begin);
    }
    end = begin;
  }
}

/** Mark what the address names in an article, and bring the first mark into sight. */
export function markFoundWords(article) {
  const [, named] = /^#find=(.+)$/.exec(location.hash) || [];
  if (!named) return;
  let runs;
  try {
    runs = decodeURIComponent(named).toLowerCase().split(" ").filter(Boolean);
  } catch {
    return;
  }
  article.querySelectorAll(SEARCHED).forEach((paragraph) => markParagraph(paragraph, runs));
  const first = article.querySelector("mark");
  if (first) first.scrollIntoView({ block: "center" });
}
