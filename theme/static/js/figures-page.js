/** The table of figures, narrowed and sorted in the browser; without this script, its first rows. */

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
  const rest = found.length ? "" : "，可以载入全部再找";
  const part = table.dataset.rest ? `（只在前 ${rows.length} 个里找${rest}）` : "";
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

let loading = false;

/** Load the rows that the page leaves out; what was chosen stays chosen. */
async function complete() {
  if (loading) return;
  loading = true;
  status.textContent = "正在载入全部数字…";
  try {
    rows = rows.concat(await loadRest(table, rows[0], rows.length));
  } catch {
    loading = all.hidden = false;
    status.textContent = `其余数字没有取到，请重试；下面是前 ${rows.length} 个。`;
    return;
  }
  delete table.dataset.rest;
  document.querySelector(".figure-rest").hidden = true;
  // Focus must not be lost with the button that had it.
  if (document.activeElement === all) form.elements.words.focus();
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
  // So many that the reader is asked, with the size said.
  const asks = "asks" in table.dataset;
  all.hidden = !asks;
  if (location.search || asks) show();
  if (table.dataset.rest && !asks) complete();
}

start();
