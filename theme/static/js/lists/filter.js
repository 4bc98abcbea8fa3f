/** A box above a long catalogue that narrows it to the entries with names like what is typed. */

import { element } from "../elements.js";
import { inScript } from "../script.js";

/** Shorter catalogues are taken in at a glance. */
const WORTH_FILTERING = 16;

/** Whether an entry's words contain all that was typed; blanks separate words. */
export function holds(text, typed) {
  return typed.split(/\s+/).every((word) => text.includes(word));
}

/** Villages listed inside their town's entry stay with it. */
function isOutermost(entry) {
  return !entry.parentElement.closest("li");
}

/** What an entry and the places in it are called; counts, notes and stories are no names. */
function nameEntry(entry) {
  const names = [...entry.querySelectorAll(".name, dt, .inline-list a")];
  return (names.length ? names : [entry]).map(({ textContent }) => textContent).join(" ");
}

function show(entries, sections, typed) {
  for (const entry of entries) entry.hidden = !holds(inScript(nameEntry(entry)), typed);
  for (const section of sections) {
    section.hidden = !section.querySelector("li:not([hidden])");
  }
  return entries.filter((entry) => !entry.hidden).length;
}

/** The box: an input and, below it, what was found. */
export function filterBox() {
  const input = element("input");
  input.type = "search";
  const status = element("p");
  status.setAttribute("role", "status");
  return element("div", "filter", element("label", "", "按名称查找", input), status);
}

/**
 * Put the box before a catalogue long enough to need one.
 *
 * @param {Element} catalogue holds `li` entries, perhaps in sections, or is a `dl` of `div` entries
 */
export function offerFilter(catalogue) {
  const entries = [...catalogue.querySelectorAll("li, dl > div")].filter(isOutermost);
  if (entries.length < WORTH_FILTERING) return;
  const sections = [...catalogue.querySelectorAll("section")];
  const box = filterBox();
  const status = box.querySelector("p");
  box.addEventListener("input", (event) => {
    const typed = inScript(event.target.value.trim());
    const found = show(entries, sections, typed);
    status.textContent = typed ? `${found} 项` : "";
  });
  catalogue.before(box);
}
