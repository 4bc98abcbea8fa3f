/** The filters of the figures' table: their choices, what they let through, the address. */

const CHOICES = ["county", "topic", "kind", "unit", "year", "nature"];

/** A cell may hold several values: 就业扶贫|社区工厂. */
function valuesOf(row, name) {
  return (row.dataset[name] || "").split("|").filter(Boolean);
}

/** Offer each value that the rows have, the most frequent first; what was chosen stays chosen. */
export function fillChoices(form, rows) {
  for (const name of CHOICES) {
    const counts = new Map();
    for (const value of rows.flatMap((row) => valuesOf(row, name))) {
      counts.set(value, (counts.get(value) || 0) + 1);
    }
    const select = form.elements[name];
    const chosen = select.value;
    while (select.options.length > 1) select.remove(1);
    for (const [value, count] of [...counts].sort((a, b) => b[1] - a[1])) {
      select.append(new Option(`${value}（${count}）`, value));
    }
    choose(select, chosen);
  }
}

/** Choose a value, also one that no row has: it may be among those not loaded. */
function choose(select, value) {
  if (![...select.options].some((option) => option.value === value)) {
    select.append(new Option(`${value}（0）`, value));
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

/** Whether a row has every chosen value and all words of the indicator. */
export function matches(row, filters) {
  const words = (filters.words || "").trim().split(/\s+/).filter(Boolean);
  const text = row.cells[0].textContent;
  return (
    words.every((word) => text.includes(word)) &&
    CHOICES.every((name) => !filters[name] || valuesOf(row, name).includes(filters[name]))
  );
}

/** Keep the filters in the address, so that a view can be shared. */
export function writeFilters(filters) {
  const query = new URLSearchParams(filters).toString();
  history.replaceState(null, "", (query ? `?${query}` : location.pathname) + location.hash);
}
