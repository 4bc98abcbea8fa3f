/**
 * The search: on its own page all of it, on other pages, which ask for this file when somebody goes
 * to their search box, the suggestions.
 */

import { offerSuggestions } from "./search-page/boxes.js";
import { startPage } from "./search-page/page.js";

const page = document.getElementById("search");
if (page) startPage(page);
else document.querySelectorAll("form.search").forEach(offerSuggestions);
