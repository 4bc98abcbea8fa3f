/** The rows that the page itself leaves out, made from the open data. */

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

function makeRow(pattern, figure, article, root) {
  const row = pattern.cloneNode(true);
  const [indicator, amount, county, source] = row.cells;
  const id = figure.id.slice(figure.article.length + 1);
  const details = [figure.place, figure.period, figure.per].filter(Boolean).join("，");
  const small = document.createElement("small");
  small.textContent = details;
  indicator.textContent = "";
  indicator.append(figure.indicator || "未写明", " ", small);
  amount.firstElementChild.textContent = figure.raw;
  amount.firstElementChild.href = `${root}${article.address}#n-${id}`;
  county.textContent = figure.county || "";
  source.textContent = article.title;
  const year = (figure.period_end || figure.period_start || article.date || "").slice(0, 4);
  const { kind = "", unit, nature, value } = figure;
  const facts = { county: figure.county || "", topic: article.topics || "", kind, unit, nature };
  Object.assign(row.dataset, facts, { year, value });
  return row;
}

/**
 * Load the figures behind the first `shown` ones.
 *
 * @param {HTMLTableElement} table names the file in its attribute data-rest
 * @param {HTMLTableRowElement} pattern a row to make the others like
 */
export async function loadRest(table, pattern, shown) {
  const address = table.dataset.rest;
  const [figures, articles] = await Promise.all([
    load(address),
    load(address.replace("figures.json", "articles.json")),
  ]);
  const root = address.slice(0, -"data/figures.json".length);
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return figures
    .filter((figure) => figure.weight === "major")
    .slice(shown)
    .map((figure) => makeRow(pattern, figure, bySlug.get(figure.article), root));
}
