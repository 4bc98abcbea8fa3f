/** What every page gains from a script: nothing here is needed for reading. */

import { offerClipping } from "./clipping.js";
import { offerFilter } from "./filter.js";
import { markFoundWords } from "./found_words.js";
import { openScan } from "./scan.js";
import { offerTraditional } from "./traditional.js";
import { preloadSearch } from "./search_boxes.js";

document.querySelectorAll(".citation").forEach(offerClipping);
document.querySelectorAll("[data-filter]").forEach(offerFilter);
document.querySelectorAll(".report").forEach(markFoundWords);
document.querySelectorAll("form.search").forEach(preloadSearch);
document.querySelectorAll(".scan").forEach(openScan);
document.querySelectorAll(".script-choice").forEach(offerTraditional);
