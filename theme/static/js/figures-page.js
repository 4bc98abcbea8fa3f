/** The table of figures, narrowed and sorted in the browser; without this script it is complete. */

import { chooseAsked, fillChoices, matches, readFilters, writeFilters } from "./figures/filters.js";
import { loadRest } from "./figures/rest.js";

const form = document.getElementById("figure-filters");
const table = document.getElementById("figures");
const status = document.querySelector(".figure-status");
const more = document.querySelector(".figure-next");
const all = document.querySelector(".figure-all");
const body = table.tBodies[0];
let rows = [...body.rows];

/** Numbers of different units do not compare: within one unit by value, the units in turn. */
function compare(order) {
  const sign = order === "up" ? 1 : -1;
  return (one, other) =>
    one.dataset.unit.localeCompare(other.dataset.unit, "zh") ||
    sign * (Number(one.dataset.value) - Number(other.dataset.value));
}

/** Rows listed at a time: tens of thousands at once would bring a phone to a halt. */
const STEP = 300;
let listed = STEP;

function say(found) {
  const few = found.length > listed ? `，列出前 ${listed} 个` : "";
  const part = table.dataset.rest ? `（只在前 ${rows.length} 个里找）` : "";
  status.textContent = `${found.length} 个数字${few}${part}`;
}

function show() {
  const filters = readFilters(form);
  const found = rows.filter((row) => matches(row, filters));
  if (filters.sort) found.sort(compare(filters.sort));
  // Not replaceChildren, which came with Chrome 86.
  body.textContent = "";
  body.append(...found.slice(0, listed));
  more.hidden = found.length <= listed;
  say(found);
  writeFilters(filters);
}

/** Load the rows that the page leaves out; what was chosen stays chosen. */
async function complete() {
  all.disabled = true;
  status.textContent = "正在载入全部数字…";
  try {
    rows = rows.concat(await loadRest(table, rows[0], rows.length));
  } catch {
    all.hidden = all.disabled = false;
    status.textContent = `其余数字没有取到，请重试；下面是前 ${rows.length} 个。`;
    return;
  }
  delete table.dataset.rest;
  all.hidden = true;
  fillChoices(form, rows);
  show();
}

function start() {
  fillChoices(form, rows);
  chooseAsked(form, new URLSearchParams(location.search));
  form.hidden = false;
  form.addEventListener("input", () => {
    listed = STEP;
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  more.addEventListener("click", () => {
    listed += STEP;
    show();
  });
  all.addEventListener("click", complete);
  if (location.search) show();
  if (!table.dataset.rest) return;
  // So many that the reader is asked, with the size said.
  if ("asks" in table.dataset) all.hidden = false;
  else complete();
}

start();
