/** Marks in an article the words that a search led here for: its address ends in #find=…. */

import { foldText } from "./search/corpus/folding.js";
import { findMarks } from "./search/texts/passages.js";

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
    runs = foldText(decodeURIComponent(named)).split(" ").filter(Boolean);
  } catch {
    return;
  }
  article
    .querySelectorAll("h1, .kicker, .subtitle, .report-body p, .report-body h2, .report-body li, .report-body figcaption")
    .forEach((paragraph) => markParagraph(paragraph, runs));
  const first = article.querySelector("mark");
  if (first) first.scrollIntoView({ block: "center" });
}
