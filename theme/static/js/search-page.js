/** The search page. The address says what it shows; the archive's index answers. */

import { Combobox } from "./search-page/combobox.js";
import { button, element, fill } from "./search-page/elements.js";
import { showFilters } from "./search-page/filters.js";
import { PAGE_SIZE, readState, toggleFilter, writeState } from "./search-page/page_state.js";
import { showPager } from "./search-page/pager.js";
import { showResults } from "./search-page/results.js";
import { makeScriptReader } from "./search/script_files.js";
import { openSearch } from "./search/search.js";

const page = document.getElementById("search");
const { root } = page.dataset;
const input = page.querySelector("input");
const status = page.querySelector(".search-status");
const notes = page.querySelector(".search-notes");
const list = page.querySelector(".search-results");
const filters = page.querySelector(".search-filters");
const facets = filters.querySelector(".facets");
const pager = page.querySelector(".pager");
const sorting = page.querySelector(".sorting");
const isOnDisk = location.protocol === "file:";

let archive = null;
let state = readState(location.search);
let asked = 0;

function open() {
  if (archive) return archive;
  archive = openSearch(`${root}/search/`, isOnDisk ? { readBytes: makeScriptReader() } : {});
  // A failure must not be kept: asking again tries again.
  archive.catch(() => (archive = null));
  return archive;
}

function tellTotal(answer) {
  const { query, page: number } = state;
  if (!answer.total) return query ? `没有找到“${query}”。` : "没有这样的文章。";
  const first = (number - 1) * PAGE_SIZE + 1;
  const last = first + answer.results.length - 1;
  return `找到 ${answer.total} 篇${answer.total > PAGE_SIZE ? `，这里是第 ${first}—${last} 篇` : ""}`;
}

function show(answer, nearest) {
  status.textContent = tellTotal(answer);
  fill(notes, ...answer.messages.map((message) => element("p", "", message)));
  if (nearest) notes.append(nearest.note);
  const shown = nearest && nearest.answer ? nearest.answer : answer;
  showResults(list, shown, root, state.page === 1);
  showFilters(facets, answer.facets, state.filters, (key, name) =>
    go({ ...state, filters: toggleFilter(state.filters, key, name), page: 1 }),
  );
  const isNarrowed = Object.keys(state.filters).length > 0;
  filters.hidden = !(answer.total || isNarrowed);
  sorting.hidden = answer.total < 2;
  sorting.querySelector("select").value = state.sort;
  showPager(pager, answer.total, state, go);
}

/** What there is instead, when nothing was found. */
async function findNearest(index) {
  if (Object.keys(state.filters).length) {
    const { total } = await index.search(state.query, { limit: 0 });
    if (total) {
      const lift = button("取消筛选", () => go({ ...state, filters: {}, page: 1 }));
      return { note: element("p", "", `不加筛选有 ${total} 篇。`, lift) };
    }
  }
  const nearest = await index.findNearest(state.query);
  if (!nearest) return { note: element("p", "", "可换个说法，或从下面的目录查找。") };
  const link = element("a", "", nearest);
  link.href = writeState({ ...state, query: nearest, filters: {}, page: 1 });
  const answer = await index.search(nearest, { limit: PAGE_SIZE });
  const note = element("p", "", "最接近的是“", link, `”，有 ${answer.total} 篇：`);
  return { note, answer: { ...answer, results: answer.results.map((r) => ({ ...r, literal: true })) } };
}

/** Show the last page where the address names one behind it, as after articles were withdrawn. */
function turnToLast(total) {
  state = { ...state, page: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
  history.replaceState(null, "", writeState(state));
  return answer();
}

function showFailure(error) {
  // The archive may have been published anew since: trying again begins with its new manifest.
  archive = null;
  status.textContent = "";
  const text = isOnDisk
    ? "这份拷贝不带搜索数据：请用 make zip 生成的版本，或从下面的目录查找。"
    : error.message;
  const alert = element("div", "notice", element("p", "", text), button("重试", () => answer()));
  alert.setAttribute("role", "alert");
  fill(notes, alert);
}

async function answer() {
  const number = ++asked;
  const isEmpty = !state.query && !Object.keys(state.filters).length;
  if (isEmpty) {
    status.textContent = "";
    for (const part of [notes, list]) fill(part);
    for (const part of [filters, sorting, pager]) part.hidden = true;
    return;
  }
  status.textContent = "正在查找…";
  list.setAttribute("aria-busy", "true");
  try {
    const index = await open();
    const { filters: chosen, sort } = state;
    const offset = (state.page - 1) * PAGE_SIZE;
    const found = await index.search(state.query, { limit: PAGE_SIZE, offset, filters: chosen, sort });
    if (number === asked && offset && offset >= found.total) return turnToLast(found.total);
    const nearest = found.total ? null : await findNearest(index);
    if (number === asked) show(found, nearest);
  } catch (error) {
    if (number === asked) showFailure(error);
  }
  if (number === asked) list.removeAttribute("aria-busy");
}

/** Show another state, and let the browser's back button lead to this one. */
function go(next) {
  const turned = next.page !== state.page;
  state = next;
  history.pushState(null, "", writeState(state));
  input.value = state.query;
  answer().then(() => turned && status.focus());
}

/** Show what the box asks for; another question begins without filters. */
function ask() {
  const query = input.value.trim();
  go({ ...state, query, filters: query === state.query ? state.filters : {}, page: 1 });
}

page.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  ask();
});
sorting.addEventListener("change", (event) => go({ ...state, sort: event.target.value, page: 1 }));
window.addEventListener("popstate", () => {
  state = readState(location.search);
  input.value = state.query;
  answer();
});
new Combobox(
  input,
  async (typed, count) => (await open()).suggest(typed, count),
  () => ask(),
);
filters.open = window.matchMedia("(min-width: 60em)").matches;
input.value = state.query;
answer();
