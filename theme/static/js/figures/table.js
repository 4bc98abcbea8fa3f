/**
 * All figures of the archive, loaded when a reader first looks for some. Scripts hand them over
 * (scripts.js).
 */

import { loadScript } from "../scripts.js";

/** The name by which the scripts call; the same as in plugins/site/explorer/figure_table.py. */
const RECEIVER = "receiveFigures";

const received = {};

async function load(address, name) {
  window[RECEIVER] = (what, content) => {
    received[what] = content;
  };
  await loadScript(address);
  return received[name];
}

/**
 * Load every figure: an object for each with what the filters, the list and a download need.
 *
 * @param {string} root the site's root, as the page's links have it
 */
export async function loadFigures(root) {
  const { articles, words, columns } = await load(`${root}/figures/table.js`, "table");
  const word = (name, at) => words[columns[name][at]];
  return columns.article.map((number, at) => {
    const [url, title, date, dateLabel] = articles[number];
    return {
      at,
      address: `${root}/${url}`,
      title,
      date,
      dateLabel,
      anchor: columns.anchor[at],
      raw: columns.raw[at],
      value: columns.value[at],
      indicator: word("indicator", at),
      details: word("details", at),
      unit: word("unit", at),
      county: word("county", at),
      topic: word("topics", at),
      kind: word("kind", at),
      year: word("year", at),
      nature: word("nature", at),
      period: word("period", at),
    };
  });
}

/** Load the sentences, which a download alone needs: a function from a figure to its own. */
export async function loadSentences(root) {
  const { words, sentences } = await load(`${root}/figures/sentences.js`, "sentences");
  return ({ at }) => words[sentences[at]];
}
