/** The list of results: headline, the passage with its marks, date and county. */

import { element, fill, markedText } from "./elements.js";

/** How much of what is marked goes into an article's address. */
const LONGEST_FIND = 250;

function articleAddress(root, result, terms) {
  const find = chooseTerms(terms).join(" ");
  return `${root}/${result.url}${find ? `#find=${encodeURIComponent(find)}` : ""}`;
}

/** As many of the terms, whole, as an address has room for; half a character has no address. */
function chooseTerms(terms) {
  let room = LONGEST_FIND;
  return terms.filter((term) => !/\p{Surrogate}/u.test(term) && (room -= term.length + 1) >= 0);
}

function makeFacts({ date, dateLabel, counties }) {
  const when = element(date ? "time" : "span", "", dateLabel);
  if (date) when.dateTime = date;
  const facts = element("p", "facts", when);
  if (counties.length) facts.append(element("span", "", counties.join("、")));
  return facts;
}

function makeItem(result, root, answer) {
  const link = element("a", "", ...markedText(result.title, result.titleMarks || []));
  link.href = articleAddress(root, result, answer.terms);
  const item = element("li", "", element("h2", "headline", link));
  const { passage } = result;
  if (passage && passage.text) {
    const text = markedText(passage.text, passage.marks);
    item.append(element("p", "passage", ...text, passage.goesOn ? "……" : ""));
  }
  item.append(makeFacts(result));
  return item;
}

/**
 * Fill the list with an answer's results. `isFirst` tells that no literal match stands on an
 * earlier page; where the others begin, a line says so.
 */
export function showResults(list, answer, root, isFirst) {
  const items = [];
  answer.results.forEach((result, at) => {
    const before = at ? answer.results[at - 1].literal : !isFirst;
    if (answer.terms.length && before && !result.literal) {
      items.push(element("li", "loosely", "以下各篇没有原样的字句，只含有其中的词或相近的说法。"));
    }
    items.push(makeItem(result, root, answer));
  });
  fill(list, ...items);
}
