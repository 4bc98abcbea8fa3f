/** The list of figures under their articles, as theme/templates/partials/figures.html has it. */

import { element, link } from "../elements.js";

function makeSource({ address, title, dateLabel }) {
  const head = element("h2", "figure-source", link(address, title), " ", element("small", "", dateLabel));
  return element("li", "", head, element("dl"));
}

function makeRow({ address, anchor, indicator, details, raw }) {
  const says = element("dt", "", indicator);
  if (details) says.append(" ", element("small", "", details));
  return element("div", "", says, element("dd", "", link(`${address}#${anchor}`, raw)));
}

/** Return the list; figures of one article that follow each other stand under it once. */
export function makeList(figures) {
  const list = element("ol", "figure-list");
  let source = null;
  for (const figure of figures) {
    if (source !== figure.address) {
      source = figure.address;
      list.append(makeSource(figure));
    }
    list.lastChild.lastChild.append(makeRow(figure));
  }
  return list;
}
