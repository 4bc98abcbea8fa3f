/**
 * The site in traditional characters, at a tap, until the next tap. Only what pages show is
 * changed; what is printed, cited and downloaded stays.
 */

import { useTraditional } from "./script.js";
import { loadScript } from "./scripts.js";

/** The name by which the table's script calls; the same as in plugins/site/display/traditional.py. */
const RECEIVER = "receiveTraditional";
const TABLE = "traditional/table.js";

/** Where the choice is kept, for the next page. */
const CHOICE = "script";
const TRADITIONAL = "hant";

/** What stays as printed, and what is no text for readers. */
const LEFT_ALONE = "[data-printed], [lang=en], script, style, textarea, pre, code";
const ATTRIBUTES = ["placeholder", "aria-label", "title", "alt"];

/** A browser may refuse to keep anything; then the choice holds for this page. */
function remember(choice) {
  try {
    if (choice) localStorage.setItem(CHOICE, choice);
    else localStorage.removeItem(CHOICE);
  } catch {
    // Nothing is lost but the choice.
  }
}

function recall() {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}

/**
 * A function that writes a text in traditional characters: the longest phrase from its left goes
 * first, then each character by itself.
 *
 * @param {string} simplified the characters that change
 * @param {string} traditional what they become, in the same order
 * @param {string} phrases simplified and traditional phrases in turn, with blanks between; “~”
 *   stands for a character that becomes what it does by itself
 */
export function makeConverter(simplified, traditional, phrases) {
  const into = Array.from(traditional);
  const forms = new Map(Array.from(simplified, (character, at) => [character, into[at]]));
  const words = phrases.split(" ");
  const spell = (old, abridged) => {
    const own = Array.from(old);
    return Array.from(abridged, (c, at) => (c === "~" ? forms.get(own[at]) || own[at] : c)).join("");
  };
  const spelt = new Map();
  let longest = 1;
  for (let at = 0; at + 1 < words.length; at += 2) {
    spelt.set(words[at], spell(words[at], words[at + 1]));
    longest = Math.max(longest, words[at].length);
  }
  const firsts = new Set(words.map((word) => word.slice(0, 1)));
  const findSize = (text, at) => {
    const most = firsts.has(text[at]) ? Math.min(longest, text.length - at) : 1;
    for (let size = most; size > 1; size -= 1) {
      if (spelt.has(text.slice(at, at + size))) return size;
    }
    return text.codePointAt(at) > 0xffff ? 2 : 1;
  };
  return (text) => {
    let written = "";
    for (let at = 0; at < text.length; ) {
      const size = findSize(text, at);
      const piece = text.slice(at, at + size);
      written += spelt.get(piece) || forms.get(piece) || piece;
      at += size;
    }
    return written;
  };
}

async function loadConverter(root) {
  let texts = [];
  window[RECEIVER] = (...handed) => (texts = handed);
  await loadScript(`${root}/${TABLE}`);
  return makeConverter(...texts);
}

function convertAttributes(element, convert) {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value && convert(value) !== value) element.setAttribute(name, convert(value));
  }
}

function convertTree(top, convert) {
  const start = top.nodeType === Node.TEXT_NODE ? top.parentElement : top;
  if (!start || !start.closest || start.closest(LEFT_ALONE)) return;
  const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches(LEFT_ALONE)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  });
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE) convertAttributes(node, convert);
    else if (convert(node.data) !== node.data) node.data = convert(node.data);
  }
}

async function showTraditional(root) {
  const convert = await loadConverter(root);
  useTraditional(convert);
  document.documentElement.lang = "zh-Hant";
  document.title = convert(document.title);
  convertTree(document.body, convert);
  // What scripts show later: results, suggestions, figures.
  new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      (type === "characterData" ? [target] : addedNodes).forEach((node) => convertTree(node, convert));
    }
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

/** @param {HTMLButtonElement} choice stands in every page, in sight where scripts run */
export function offerTraditional(choice) {
  const { root } = choice.dataset;
  const show = async () => {
    choice.textContent = "简体";
    choice.lang = "zh-Hans";
    await showTraditional(root).catch(() => {
      choice.textContent = "繁體";
      remember(null);
    });
  };
  choice.classList.add("ready");
  choice.addEventListener("click", () => {
    if (document.documentElement.lang === "zh-Hant") {
      remember(null);
      // The page as it was written, without what was changed.
      location.reload();
      return;
    }
    remember(TRADITIONAL);
    show();
  });
  if (recall() === TRADITIONAL) show();
}
