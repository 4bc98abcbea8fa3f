/**
 * The search: on its own page all of it, on other pages, which ask for this file when somebody goes
 * to their search box, the suggestions.
 */

import { offerSuggestions } from "./search-page/boxes.js";
import { startPage } from "./search-page/page.js";
import { pause } from "./search/pauses.js";

const page = document.getElementById("search");
// To read this file takes a phone as long as it may be held up at once.
if (page) pause().then(() => startPage(page));
else document.querySelectorAll("form.search").forEach(offerSuggestions);
