/** What is said above the results: how many there are, what may be meant, what there is instead. */

import { button, element, link } from "../elements.js";
import { PAGE_SIZE } from "./page_state.js";

/** A query that stands in quotation marks of its own. */
const QUOTED = /^["“「](.*)["”」]$/u;

/** How many articles were found, and which are shown. */
export function tellTotal(answer, { query, page }) {
  if (!answer.total) return query ? `没有找到“${query.replace(QUOTED, "$1")}”。` : "没有这样的文章。";
  const first = (page - 1) * PAGE_SIZE + 1;
  const last = first + answer.results.length - 1;
  return `找到 ${answer.total} 篇${answer.total > PAGE_SIZE ? `，这里是第 ${first}—${last} 篇` : ""}`;
}

/** The offer of other queries, which is made and never taken unasked. */
export function tellMeant(queries, addressOf) {
  if (!queries.length) return [];
  const links = queries.flatMap((query, at) => [at ? "、" : "", link(addressOf(query), query)]);
  return [element("p", "meant", "您是不是要找：", ...links)];
}

/** That filters hide what there is, and the way to lift them. */
export const tellUnfiltered = (total, lift) =>
  element("p", "", `不加筛选有 ${total} 篇。`, button("取消筛选", lift));

/** What there is of a query's parts, each by itself; what to do where there is nothing. */
export function tellApart(parts, addressOf) {
  if (!parts.length) return [element("p", "", "可换个说法，或从下面的目录查找。")];
  const links = parts.flatMap(({ text, total }, at) => [
    at ? "、" : "",
    link(addressOf(text), text),
    `（${total} 篇）`,
  ]);
  return [element("p", "", "没有一篇同时写到这些。分开查：", ...links)];
}

/** What the query shown instead is. */
export function tellNearest(nearest, address, total) {
  return [element("p", "", "最接近的是“", link(address, nearest), `”，有 ${total} 篇：`)];
}
