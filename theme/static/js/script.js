/** Text in the characters that the page is read in: what is typed and what stands there, alike. */

/** The name of what turns text into traditional characters, once a reader chose these. */
const CONVERT = "inTraditional";

/** From here on, text is in traditional characters, for the page's other scripts too. */
export function useTraditional(convert) {
  window[CONVERT] = convert;
}

/** Return text as the page has it. */
export function inScript(text) {
  return window[CONVERT] ? window[CONVERT](text) : text;
}
