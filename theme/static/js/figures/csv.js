/** The figures that were found, as a table for spreadsheets. */

const HEAD = ["title", "date", "county", "topics", "indicator", "value", "unit", "period", "sentence", "link"];

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
  const rows = figures.map((figure) => [
    figure.title,
    figure.date,
    figure.county,
    figure.topic,
    figure.indicator,
    figure.value,
    figure.unit,
    figure.period,
    sentenceOf(figure),
    new URL(`${figure.address}#${figure.anchor}`, document.baseURI).href,
  ]);
  return `\ufeff${[HEAD, ...rows].map((row) => row.map(writeCell).join(",")).join("\r\n")}\r\n`;
}
