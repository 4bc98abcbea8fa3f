/** A box above an index of shelves: it looks for a name on those that have such names. */

import { button, element, fill, link } from "../elements.js";
import { filterBox, holds } from "./filter.js";
import { inScript } from "../script.js";

/** Names listed at most: more letters of one leave fewer. */
const MOST = 60;

/** Milliseconds without another letter, after which a name has been typed. */
const PAUSE = 250;

const loaded = new Map();

/** The entries of a shelf's page, each with its name and its address. */
async function loadEntries(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll(".shelved > li")].map((entry) => {
    const own = entry.querySelector("h2 a");
    const place = own ? own.getAttribute("href") : `#${entry.id}`;
    const [name, count] = [".name", ".count"].map((part) => entry.querySelector(part).textContent);
    return { name, count, address: new URL(place, address).href };
  });
}

/** A load that failed is tried again. */
function keepEntries(address) {
  if (!loaded.has(address)) {
    const entries = loadEntries(address);
    entries.catch(() => loaded.delete(address));
    loaded.set(address, entries);
  }
  return loaded.get(address);
}

function makeEntry({ name, count, address }) {
  const parts = [element("span", "name", name), " ", element("span", "count", count)];
  return element("li", "", link(address, ...parts));
}

/** What is not found so, and where it is: names are on the shelves of the characters they begin with. */
function tellHow(typed) {
  const begin = typed.slice(0, 1);
  const address = `${document.querySelector("form.search").action}?q=${encodeURIComponent(typed)}`;
  return [`这里只找以“${begin}”字开头的名称；名称里面的字，请`, link(address, `搜索“${typed}”`), "。"];
}

/** Leave the shelves that have names like what is typed; without a network they are the answer. */
function narrow(shelves, typed) {
  for (const shelf of shelves) shelf.hidden = !inScript(shelf.dataset.begins).includes(typed.slice(0, 1));
  return shelves.filter((shelf) => !shelf.hidden).map((shelf) => shelf.querySelector("a").href);
}

/** @param {Element} index holds `li` entries with the characters that names on a shelf begin with */
export function offerShelves(index) {
  const shelves = [...index.querySelectorAll("[data-begins]")];
  const box = filterBox();
  const status = box.querySelector("p");
  const hint = element("p");
  const found = element("ul", "ledger");
  let asked = 0;
  const show = async (typed) => {
    const number = ++asked;
    const addresses = narrow(shelves, typed);
    for (const part of [found, status, hint]) fill(part);
    if (!typed) return;
    const lists = await Promise.all(addresses.map(keepEntries)).catch(() => null);
    if (number !== asked) return;
    if (!lists) return fill(status, "没能取得名单，请检查网络。", button("重试", () => show(typed)));
    const entries = lists.flat().filter(({ name }) => holds(inScript(name), typed));
    found.append(...entries.slice(0, MOST).map(makeEntry));
    status.textContent = `${entries.length} 项`;
    fill(hint, ...tellHow(typed));
  };
  let waiting = 0;
  box.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(inScript(event.target.value.trim())), PAUSE);
  });
  box.append(hint, found);
  index.before(box);
}
