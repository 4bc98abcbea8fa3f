/** Suggestions in the search boxes of pages that are not the search page. */

import { makeOpener } from "./archive.js";
import { Combobox } from "./combobox.js";

/** Offer suggestions in a form; what is chosen is searched for. */
export function offerSuggestions(form) {
  const open = makeOpener(form.dataset.root);
  const suggest = async (typed, count) => (await open()).suggest(typed, count);
  new Combobox(form.querySelector("input"), suggest, () => form.submit());
}
