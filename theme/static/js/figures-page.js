/** The table of figures, narrowed and sorted in the browser; without this script it is complete. */

import { fillChoices, matches, readFilters, writeFilters } from "./figures/filters.js";
import { loadRest } from "./figures/rest.js";

const form = document.getElementById("figure-filters");
const table = document.getElementById("figures");
const status = document.querySelector(".figure-status");
const body = table.tBodies[0];
let rows = [...body.rows];

/** Numbers of different units do not compare: within one unit by value, the units in turn. */
function compare(order) {
  const sign = order === "up" ? 1 : -1;
  return (one, other) =>
    one.dataset.unit.localeCompare(other.dataset.unit, "zh") ||
    sign * (Number(one.dataset.value) - Number(other.dataset.value));
}

function show() {
  const filters = readFilters(form);
  const found = rows.filter((row) => matches(row, filters));
  if (filters.sort) found.sort(compare(filters.sort));
  // Not replaceChildren, which came with Chrome 86.
  body.textContent = "";
  body.append(...found);
  status.textContent = `${found.length} 个数字`;
  writeFilters(filters);
}

async function start() {
  if (table.dataset.rest) {
    status.textContent = "正在载入全部数字…";
    try {
      rows = rows.concat(await loadRest(table, rows[0], rows.length));
    } catch {
      status.textContent = `其余数字没有取到，请刷新重试；下面是前 ${rows.length} 个。`;
    }
  }
  fillChoices(form, rows);
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  if (location.search) show();
}

start();
