/** The figures that were found, as a table for spreadsheets. */

/** The columns, each with what it has of a figure besides `sentence` and `link`. */
const COLUMNS = {
  title: "title",
  date: "date",
  county: "county",
  topics: "topic",
  indicator: "indicator",
  raw: "raw",
  value: "value",
  unit: "unit",
  period: "period",
  nature: "nature",
};

/** A spreadsheet takes what begins so for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

function writeCell(cell) {
  const text = typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/**
 * Return the table with a byte order mark, so that Excel reads it as UTF-8.
 *
 * @param {(figure: object) => string} sentenceOf gives a figure's sentence
 */
export function writeCsv(figures, sentenceOf) {
  const head = [...Object.keys(COLUMNS), "sentence", "link"];
  const rows = figures.map((figure) => [
    ...Object.values(COLUMNS).map((name) => figure[name]),
    sentenceOf(figure),
    new URL(`${figure.address}#${figure.anchor}`, document.baseURI).href,
  ]);
  return `\ufeff${[head, ...rows].map((row) => row.map(writeCell).join(",")).join("\r\n")}\r\n`;
}
