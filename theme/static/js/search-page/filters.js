/** The filters: for each facet its values with their counts, as checkboxes. */

import { element, fill } from "../elements.js";
import { FACETS } from "./page_state.js";

/** More values than this are folded away. */
const SHOWN = 8;

function makeChoice(key, { name, count }, chosen, toggle) {
  const box = element("input");
  box.type = "checkbox";
  box.name = key;
  box.value = name;
  box.checked = chosen.includes(name);
  box.addEventListener("change", () => toggle(key, name));
  return element("label", "choice", box, element("span", "", name), element("span", "count", `${count}`));
}

/** A facet's values with those that are chosen but match nothing now. */
function listValues(values, chosen) {
  const missing = chosen.filter((name) => !values.some((value) => value.name === name));
  return [...missing.map((name) => ({ name, count: 0 })), ...values];
}

function makeFacet(key, label, values, chosen, toggle) {
  const choices = listValues(values, chosen).map((value) => makeChoice(key, value, chosen, toggle));
  const facet = element("fieldset", "facet", element("legend", "", label), ...choices.slice(0, SHOWN));
  if (choices.length > SHOWN) {
    const rest = choices.slice(SHOWN);
    const more = element("details", "", element("summary", "", `其余 ${rest.length} 项`), ...rest);
    more.open = rest.some((choice) => choice.firstChild.checked);
    facet.append(more);
  }
  return facet;
}

/** Show the facets; `toggle(key, name)` is called when a reader chooses. The focus stays. */
export function showFilters(place, facets, filters, toggle) {
  const active = document.activeElement;
  const focused = place.contains(active) ? [active.name, active.value] : null;
  const shown = FACETS.filter(([key]) => (facets[key] || []).length > 1 || filters[key]);
  fill(
    place,
    ...shown.map(([key, label]) => makeFacet(key, label, facets[key], filters[key] || [], toggle)),
  );
  if (!focused) return;
  const again = [...place.querySelectorAll("input")].find(
    ({ name, value }) => name === focused[0] && value === focused[1],
  );
  if (again) again.focus();
}
