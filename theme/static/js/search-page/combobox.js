/**
 * Suggestions below the search box: the combobox with a listbox of WAI-ARIA's authoring
 * practices (editable, list autocomplete with manual selection).
 */

import { element, fill } from "../elements.js";
import { KIND_LABELS } from "./kinds.js";

const MOST = 8;
const DELAY = 120;

export class Combobox {
  /** `suggest(typed, count)` promises [{text, kind}]; `choose()` is called with the box filled. */
  constructor(input, suggest, choose) {
    this.input = input;
    this.suggest = suggest;
    this.choose = choose;
    this.active = -1;
    this.asked = 0;
    this.list = element("ul", "suggestions");
    this.list.id = `${input.id}-suggestions`;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "搜索建议");
    input.after(this.list);
    const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("input", (event) => event.isComposing || this.ask());
    input.addEventListener("compositionend", () => this.ask());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    // The box keeps the focus while a suggestion is pressed.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    // Somebody may have begun to type before this script came.
    if (document.activeElement === input) this.ask();
  }

  ask() {
    const asked = ++this.asked;
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const typed = lastPart(this.input.value);
      // Suggestions are a help: when they do not come, the search still works.
      const found = typed ? await this.suggest(typed, MOST).catch(() => []) : [];
      if (asked === this.asked) this.show(found.filter(({ text }) => text !== typed));
    }, DELAY);
  }

  show(suggestions) {
    this.select(-1);
    fill(this.list, ...suggestions.map((suggestion, at) => this.makeOption(suggestion, at)));
    this.list.hidden = !suggestions.length || document.activeElement !== this.input;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  makeOption({ text, kind }, at) {
    const option = element("li", "", element("span", "", text), element("span", "kind", KIND_LABELS[kind]));
    option.id = `${this.list.id}-${at}`;
    option.dataset.text = text;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.addEventListener("click", () => this.take(text));
    return option;
  }

  close() {
    this.asked++;
    clearTimeout(this.timer);
    this.show([]);
  }

  take(text) {
    const { value } = this.input;
    this.input.value = value.slice(0, value.length - lastPart(value).length) + text;
    this.close();
    this.choose();
  }

  select(at) {
    const options = [...this.list.children];
    options.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    this.active = at;
    if (at < 0) this.input.removeAttribute("aria-activedescendant");
    else {
      this.input.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    }
  }

  press(event) {
    // An input method uses the same keys for itself.
    if (event.isComposing) return;
    // What was typed is searched; suggestions that are still to come would cover what is found.
    if (event.key === "Enter" && this.active < 0) this.close();
    const count = this.list.hidden ? 0 : this.list.children.length;
    if (!count) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.select(((this.active + 1 + step + count + 1) % (count + 1)) - 1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.active >= 0) {
      this.take(this.list.children[this.active].dataset.text);
    } else return;
    event.preventDefault();
  }
}

/** What is being typed: the query's last part, without an operator before it. */
const lastPart = (value) => /[^\s"“”「」+:：-]*$/u.exec(value)[0];
