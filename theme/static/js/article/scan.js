/** The picture of the printed page stands open where there is room beside the text. */

/** Where the theme has a side column; see article.css. */
const ROOM = "(min-width: 60em)";

/** @param {HTMLDetailsElement} scan loads its picture when it is opened, and not before */
export function openScan(scan) {
  if (matchMedia(ROOM).matches) scan.open = true;
}
