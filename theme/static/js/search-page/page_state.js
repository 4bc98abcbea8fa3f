/** What the page shows, as its address tells it: query, filters, sort, page. */

export const FACETS = [
  ["county", "县区"],
  ["topic", "专题"],
  ["year", "年份"],
  ["column", "栏目"],
  ["kind", "体裁"],
];

export const PAGE_SIZE = 10;

/** Read a state from an address's query string. */
export function readState(search) {
  const values = new URLSearchParams(search);
  const filters = {};
  for (const [key] of FACETS) {
    const chosen = values.getAll(key).filter(Boolean);
    if (chosen.length) filters[key] = chosen;
  }
  return {
    query: (values.get("q") || "").trim(),
    filters,
    sort: values.get("sort") === "date" ? "date" : "relevance",
    page: Math.max(1, Math.floor(+values.get("page")) || 1),
  };
}

/** Write a state as a query string; what is as usual is left out. */
export function writeState({ query, filters, sort, page }) {
  const values = new URLSearchParams();
  if (query) values.set("q", query);
  for (const [key] of FACETS) for (const name of filters[key] || []) values.append(key, name);
  if (sort === "date") values.set("sort", sort);
  if (page > 1) values.set("page", String(page));
  const written = values.toString();
  return written ? `?${written}` : location.pathname;
}

/** The filters with one value of a facet chosen or no longer chosen. */
export function toggleFilter(filters, key, name) {
  const chosen = filters[key] || [];
  const next = chosen.includes(name) ? chosen.filter((n) => n !== name) : [...chosen, name];
  const { [key]: _, ...others } = filters;
  return next.length ? { ...others, [key]: next } : others;
}
