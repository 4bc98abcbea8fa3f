/** The search page. The address says what it shows; the archive's index answers. */

import { isOnDisk, makeOpener } from "./archive.js";
import { makeCard } from "./cards.js";
import { Combobox } from "./combobox.js";
import { button, element, fill } from "../elements.js";
import { showFilters } from "./filters.js";
import { tellApart, tellMeant, tellNearest, tellTotal, tellUnfiltered } from "./notes.js";
import { pause } from "../search/pauses.js";
import { PAGE_SIZE, readState, toggleFilter, writeState } from "./page_state.js";
import { showPager } from "./pager.js";
import { showResults } from "./results.js";

class SearchPage {
  constructor(page) {
    const find = (selector) => page.querySelector(selector);
    this.page = page;
    this.root = page.dataset.root;
    this.input = find("input");
    this.status = find(".search-status");
    this.notes = find(".search-notes");
    this.cards = find(".cards");
    this.list = find(".search-results");
    this.filters = find(".search-filters");
    this.pager = find(".pager");
    this.sorting = find(".sorting");
    this.open = makeOpener(this.root);
    this.state = readState(location.search);
    this.asked = 0;
    this.filters.open = window.matchMedia("(min-width: 60em)").matches;
    // What is being typed already, before this script came, stays.
    if (this.state.query) this.input.value = this.state.query;
    this.listen(find("form"));
  }

  listen(form) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    this.sorting.addEventListener("change", (event) =>
      this.go({ ...this.state, sort: event.target.value, page: 1 }),
    );
    window.addEventListener("popstate", () => {
      this.state = readState(location.search);
      this.input.value = this.state.query;
      this.answer();
    });
    const suggest = async (typed, count) => (await this.open()).suggest(typed, count);
    new Combobox(this.input, suggest, () => this.ask());
  }

  get isEmpty() {
    return !this.state.query && !Object.keys(this.state.filters).length;
  }

  /** An address of this page for another query. */
  addressOf(query) {
    return writeState({ ...this.state, query, filters: {}, page: 1 });
  }

  show(answer, { notes = [], instead = null } = {}) {
    this.status.textContent = tellTotal(answer, this.state);
    const messages = answer.messages.map((message) => element("p", "", message));
    fill(this.notes, ...messages, ...notes);
    const isFirst = this.state.page === 1;
    fill(this.cards, ...(isFirst ? answer.cards.map((thing) => makeCard(thing, this.root)) : []));
    showResults(this.list, instead || answer, this.root, { isFirst, query: this.state.query });
    showFilters(this.filters.querySelector(".facets"), answer.facets, this.state.filters, (key, name) =>
      this.go({ ...this.state, filters: toggleFilter(this.state.filters, key, name), page: 1 }),
    );
    const isNarrowed = Object.keys(this.state.filters).length > 0;
    this.filters.hidden = !(answer.total || isNarrowed);
    this.sorting.hidden = answer.total < 2;
    this.sorting.querySelector("select").value = this.state.sort;
    showPager(this.pager, answer.total, this.state, (state) => this.go(state));
  }

  /** What may be said and shown besides, where the query stands nowhere as it was typed. */
  async findInstead(index, found) {
    const { query, filters } = this.state;
    // A number in another spelling is what was asked for.
    if (!query || found.results.some(({ how }) => ["literal", "dated", "spelled"].includes(how))) return {};
    const meant = tellMeant(await index.findMeant(query), (text) => this.addressOf(text));
    if (found.total) return { notes: meant };
    if (Object.keys(filters).length) {
      const { total } = await index.search(query, { limit: 0 });
      const lift = () => this.go({ ...this.state, filters: {}, page: 1 });
      if (total) return { notes: [...meant, tellUnfiltered(total, lift)] };
    }
    if (meant.length) return { notes: meant };
    const nearest = await index.findNearest(query);
    if (!nearest) {
      const parts = await index.countParts(query);
      if (found.cards.length && !parts.length) return { notes: [] };
      return { notes: tellApart(parts, (text) => this.addressOf(text)) };
    }
    const instead = await index.search(nearest, { limit: PAGE_SIZE });
    return { notes: tellNearest(nearest, this.addressOf(nearest), instead.total), instead };
  }

  /** Show the last page where the address names one behind it, as after articles were withdrawn. */
  turnToLast(total) {
    this.state = { ...this.state, page: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
    history.replaceState(null, "", writeState(this.state));
    return this.answer();
  }

  showFailure(error) {
    this.open.forget();
    this.status.textContent = "";
    const text = isOnDisk
      ? "这份拷贝不带搜索数据：请用 make zip 生成的版本，或从下面的目录查找。"
      : error.message;
    const alert = element("div", "notice", element("p", "", text), button("重试", () => this.answer()));
    alert.setAttribute("role", "alert");
    fill(this.notes, alert);
  }

  clear() {
    this.status.textContent = "";
    for (const part of [this.notes, this.cards, this.list]) fill(part);
    for (const part of [this.filters, this.sorting, this.pager]) part.hidden = true;
  }

  async answer() {
    const number = ++this.asked;
    // What stands below the results is not seen to move when they come.
    this.page.classList.toggle("is-waiting", !this.isEmpty);
    if (this.isEmpty) return this.clear();
    this.status.textContent = "正在查找…";
    this.list.setAttribute("aria-busy", "true");
    try {
      const index = await this.open();
      const { query, filters, sort } = this.state;
      const offset = (this.state.page - 1) * PAGE_SIZE;
      const found = await index.search(query, { limit: PAGE_SIZE, offset, filters, sort });
      if (number === this.asked && offset && offset >= found.total) return this.turnToLast(found.total);
      const besides = await this.findInstead(index, found);
      await pause();
      if (number === this.asked) this.show(found, besides);
    } catch (error) {
      if (number === this.asked) this.showFailure(error);
    }
    if (number !== this.asked) return;
    this.list.removeAttribute("aria-busy");
    this.page.classList.remove("is-waiting");
  }

  /** Show another state, and let the browser's back button lead to this one. */
  go(next) {
    const turned = next.page !== this.state.page;
    this.state = next;
    history.pushState(null, "", writeState(next));
    this.input.value = next.query;
    this.answer().then(() => turned && this.status.focus());
  }

  /** Show what the box asks for; another question begins without filters. */
  ask() {
    const query = this.input.value.trim();
    const filters = query === this.state.query ? this.state.filters : {};
    this.go({ ...this.state, query, filters, page: 1 });
  }
}

/** Answer what the page's address asks, and all that is asked after it. */
export function startPage(page) {
  new SearchPage(page).answer();
}
