/** The list of results: headline, the passage with its marks, date and county. */

import { foldText } from "../search/corpus/folding.js";
import { isPinyin } from "../search/texts/pinyin.js";
import { element, fill, link, markedText } from "../elements.js";

/** How much of what is marked goes into an article's address. */
const LONGEST_FIND = 250;

/** The longest part of a headline that is not broken (templates/partials/stories.html). */
const LONGEST_PART = 12;

/** Whether a query is letters alone: articles without them are found by what they may spell. */
export const isSpelled = (query) => foldText(query).trim().split(/\s+/u).every(isPinyin);

/** Whether a headline breaks where it is set with blanks between its parts, each of which has room. */
export const isParted = (title) =>
  title.includes(" ") && title.split(/ |(?=（)/u).every((part) => [...part].length <= LONGEST_PART);

/** What is said where the results begin that were found in another way. */
const INTRODUCTIONS = {
  literal: (query) => `以下各篇不是那时刊发的，但写到“${query}”。`,
  spelled: () => "以下各篇用另一种写法写这个数字。",
  inside: (query) => `以下各篇里，“${query}”只是更长的数字或词的一部分。`,
  loose: (query) =>
    isSpelled(query)
      ? "以下各篇是按拼音找到的。"
      : "以下各篇没有原样的字句，只含有其中的词或相近的说法。",
};

function articleAddress(root, result) {
  const find = chooseTerms(result.found || []).join(" ");
  return `${root}/${result.url}${find ? `#find=${encodeURIComponent(find)}` : ""}`;
}

/** As many of the terms, whole, as an address has room for; half a character has no address. */
function chooseTerms(terms) {
  let room = LONGEST_FIND;
  const whole = terms.filter((term) => !/[\p{Surrogate}\s]/u.test(term));
  return whole.filter((term) => (room -= term.length + 1) >= 0);
}

function makeFacts({ date, dateLabel, counties }) {
  const when = element(date ? "time" : "span", "", dateLabel);
  if (date) when.dateTime = date;
  const facts = element("p", "facts", when);
  if (counties.length) facts.append(element("span", "", counties.join("、")));
  return facts;
}

function makeItem(result, root) {
  const title = link(articleAddress(root, result), ...markedText(result.title, result.titleMarks || []));
  const item = element("li", "", element("h2", isParted(result.title) ? "headline parted" : "headline", title));
  const { passage } = result;
  if (passage && passage.text) {
    const text = markedText(passage.text, passage.marks);
    item.append(element("p", "passage", ...text, passage.goesOn ? "……" : ""));
  }
  item.append(makeFacts(result));
  return item;
}

/** Whether a line says how the results from here on were found. */
function isIntroduced(how, before, isFirst) {
  if (how === before || how === "dated") return false;
  // What stands as typed needs no word, unless it stands behind what is of its time.
  return how === "literal" ? before === "dated" : before !== undefined || isFirst;
}

/**
 * Fill the list with an answer's results for a query. Where others begin that were found in another
 * way, a line says so; `isFirst` tells that none stand on an earlier page.
 */
export function showResults(list, answer, root, { isFirst, query }) {
  const items = [];
  answer.results.forEach((result, at) => {
    const before = at ? answer.results[at - 1].how : undefined;
    if (answer.terms.length && isIntroduced(result.how, before, isFirst)) {
      items.push(element("li", "loosely", INTRODUCTIONS[result.how](query)));
    }
    items.push(makeItem(result, root));
  });
  fill(list, ...items);
}
