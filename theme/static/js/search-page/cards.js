/** Cards: what the name is that was searched for, what there is about it, and where to go. */

import { element, link } from "../elements.js";
import { KIND_LABELS } from "./kinds.js";

const makeLink = (root, { name, url }) => (url ? link(`${root}/${url}`, name) : element("span", "", name));

function tellReports({ reports, figures }) {
  if (!reports) return "本馆还没有写到这里的报道。";
  return `报道 ${reports} 篇${figures ? `，数字 ${figures} 条` : ""}`;
}

/** A card; a place without a report says that it is awaited. */
export function makeCard(thing, root) {
  const name = thing.note ? `${thing.name}（${thing.note}）` : thing.name;
  const heading = element("h2", "headline", thing.reports ? name : `${name}：待收录`);
  const facts = element("p", "facts", element("span", "", KIND_LABELS[thing.kind]));
  facts.append(element("span", "", tellReports(thing)));
  const card = element("article", "card", heading, facts);
  const places = thing.places.map((place) => makeLink(root, place));
  if (thing.url) places.unshift(makeLink(root, thing));
  const named = places.flatMap((place, at) => (at ? ["、", place] : [place]));
  if (named.length) card.append(element("p", "", "见：", ...named));
  if (thing.explanation) card.append(element("p", "", thing.explanation));
  return card;
}
