/** The filters of the figures: what was chosen, what they let through, the address. */

import { inScript } from "../script.js";

const CHOICES = ["county", "topic", "kind", "unit", "year", "nature"];

/** Choose a value, also one that is not among those offered. */
function choose(select, value) {
  if (![...select.options].some((option) => option.value === value)) {
    select.append(new Option(value, value));
  }
  select.value = value;
}

/**
 * Choose what an address says.
 *
 * @param {URLSearchParams} asked
 */
export function chooseAsked(form, asked) {
  for (const [name, value] of asked) {
    if (CHOICES.includes(name)) choose(form.elements[name], value);
    else if (form.elements[name]) form.elements[name].value = value;
  }
}

/** What the form asks for, by name. */
export function readFilters(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
}

/** A function that tells whether a figure has every chosen value and all words that were typed. */
export function makeFilter(filters) {
  const words = inScript(filters.words || "").trim().split(/\s+/).filter(Boolean);
  const says = ({ indicator, details }) => inScript(`${indicator} ${details}`);
  const chosen = CHOICES.filter((name) => filters[name]);
  return (figure) =>
    chosen.every((name) => figure[name].split("|").includes(filters[name])) &&
    (!words.length || words.every((word) => says(figure).includes(word)));
}

/** Numbers of different units do not compare: within one unit by value, the units in turn. */
export function makeOrder(order) {
  const sign = order === "up" ? 1 : -1;
  return (one, other) =>
    one.unit.localeCompare(other.unit, "zh") || sign * (one.value - other.value) || one.at - other.at;
}

/** Keep the filters in the address, so that a view can be shared. */
export function writeFilters(filters) {
  const query = new URLSearchParams(filters).toString();
  history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
}
