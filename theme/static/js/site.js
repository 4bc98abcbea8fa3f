/** What every page gains from a script: nothing here is needed for reading. */

import { offerClipping } from "./article/clipping.js";
import { offerFilter } from "./lists/filter.js";
import { markFoundWords } from "./article/found_words.js";
import { turnToNamed } from "./article/parts.js";
import { openScan } from "./article/scan.js";
import { offerShelves } from "./lists/shelves.js";
import { offerTraditional } from "./traditional.js";
import { preloadSearch } from "./search_boxes.js";

document.querySelectorAll(".citation").forEach(offerClipping);
document.querySelectorAll("[data-filter]").forEach(offerFilter);
document.querySelectorAll("[data-shelves]").forEach(offerShelves);
document.querySelectorAll(".report").forEach(markFoundWords);
document.querySelectorAll(".report").forEach(turnToNamed);
document.querySelectorAll("form.search").forEach(preloadSearch);
document.querySelectorAll(".scan").forEach(openScan);
document.querySelectorAll(".script-choice").forEach(offerTraditional);
