/** The way from one page of results to the next. */

import { element, fill, link } from "../elements.js";
import { PAGE_SIZE, writeState } from "./page_state.js";

function makeLink(label, relation, state, go) {
  const turning = link(writeState(state), label);
  turning.rel = relation;
  turning.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(state);
  });
  return turning;
}

/** Show the pager for `total` results; `go(state)` turns the page. */
export function showPager(place, total, state, go) {
  const pages = Math.ceil(total / PAGE_SIZE);
  const { page } = state;
  place.hidden = pages < 2;
  const parts = [];
  if (page > 1) parts.push(makeLink("上一页", "prev", { ...state, page: page - 1 }, go));
  parts.push(element("span", "", `第 ${page} 页，共 ${pages} 页`));
  if (page < pages) parts.push(makeLink("下一页", "next", { ...state, page: page + 1 }, go));
  fill(place, ...parts);
}
