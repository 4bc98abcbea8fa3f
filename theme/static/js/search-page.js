/** The plain search page: one lunr index, built beforehand and loaded whole. */

import lunr from "lunr";
import { cutQuery } from "./query-words.js";
import { resultItem } from "./result-item.js";

const page = document.getElementById("search");
const status = page.querySelector(".search-status");
const list = page.querySelector(".search-results");
const root = page.dataset.root;

async function load() {
  const response = await fetch(`${root}/search/index.json`);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

/** Every word must match; one of two characters or more may be the beginning (汉滨 of 汉滨区). */
function clause(word) {
  return {
    usePipeline: false,
    presence: lunr.Query.presence.REQUIRED,
    wildcard: word.length > 1 ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
  };
}

function find(archive, typed) {
  const index = lunr.Index.load(archive.index);
  const words = cutQuery(typed, index.invertedIndex);
  // lunr answers an empty query with every article.
  if (!words.length) return [];
  return index.query((query) => words.forEach((word) => query.term(word, clause(word))));
}

function show(archive, typed) {
  const hits = find(archive, typed);
  status.textContent = hits.length
    ? `找到 ${hits.length} 篇`
    : `没有找到“${typed}”。可换个说法，或从下面的目录查找。`;
  list.append(...hits.map((hit) => resultItem(archive.documents[hit.ref], root)));
}

async function answer(typed) {
  status.textContent = "正在查找…";
  try {
    show(await load(), typed);
  } catch {
    status.textContent = "索引没有取到，请检查网络后刷新重试。";
  }
}

const typed = (new URLSearchParams(location.search).get("q") || "").trim();
page.querySelector("input").value = typed;
if (typed) answer(typed);
