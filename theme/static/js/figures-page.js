/** The figures narrowed, sorted and taken along; without this script, the first of them. */

import { writeCsv } from "./figures/csv.js";
import { chooseAsked, makeFilter, makeOrder, readFilters, writeFilters } from "./figures/filters.js";
import { makeList } from "./figures/list.js";
import { loadFigures, loadSentences } from "./figures/table.js";
import { isInWeChat, saveFile, WECHAT_HINT } from "./saving.js";

const form = document.getElementById("figure-filters");
const place = document.getElementById("figures");
const status = document.querySelector(".figure-status");
const more = document.querySelector(".figure-next");
const taking = document.querySelector(".figure-take");

/** Figures listed at a time: tens of thousands at once would bring a phone to a halt. */
const STEP = 150;

/** Milliseconds without another letter, after which a word has been typed. */
const PAUSE = 250;

let loading = null;
let found = [];
let listed = STEP;

/** All figures, loaded once; a load that failed is tried again. */
function loadAll() {
  loading =
    loading ||
    loadFigures(place.dataset.root).catch((error) => {
      loading = null;
      throw error;
    });
  return loading;
}

function list() {
  place.textContent = "";
  place.append(makeList(found.slice(0, listed)));
  more.hidden = found.length <= listed;
}

/** Words below the form; on a phone they stay at the foot of the screen. */
function say(words) {
  status.textContent = words;
  status.parentNode.classList.add("told");
}

function tell(all) {
  const few = found.length > listed ? `，先列 ${listed} 个` : "";
  say(
    found.length
      ? `全部 ${all.length} 个数字里找到 ${found.length} 个${few}`
      : `全部 ${all.length} 个数字里没有这样的，可以少选几项再找。`
  );
  taking.hidden = !found.length;
}

async function show() {
  const filters = readFilters(form);
  writeFilters(filters);
  if (!loading) say(`正在取全部 ${place.dataset.total} 个数字…`);
  let all;
  try {
    all = await loadAll();
  } catch {
    say("没有取到全部数字，请检查网络后再点“筛选”；下面只是前一部分。");
    return;
  }
  found = all.filter(makeFilter(filters));
  if (filters.sort) found.sort(makeOrder(filters.sort));
  listed = STEP;
  const rest = document.querySelector(".figure-rest");
  if (rest) rest.hidden = true;
  list();
  tell(all);
}

async function take() {
  if (isInWeChat) {
    say(WECHAT_HINT);
    return;
  }
  say("正在取原句…");
  try {
    const sentenceOf = await loadSentences(place.dataset.root);
    saveFile("figures.csv", writeCsv(found, sentenceOf), "text/csv");
    say(`已存 ${found.length} 个数字，每个一行，连着原句和网址。`);
  } catch {
    say("没有取到原句，请检查网络后再下载。");
  }
}

/** Where no file can be saved, a link to one says so, instead of showing a blank page. */
function refuseDownloads() {
  for (const link of document.querySelectorAll("a[download]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      say(WECHAT_HINT);
    });
  }
}

function start() {
  if (isInWeChat) refuseDownloads();
  chooseAsked(form, new URLSearchParams(location.search));
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  more.addEventListener("click", () => {
    listed += STEP;
    list();
  });
  taking.querySelector("button").addEventListener("click", take);
  if (location.search) show();
}

if (form) start();
