/** Buttons beside an article's citation: copy it or its address, print the article. */

import { button, element } from "../elements.js";
import { gatherParts } from "./parts.js";
import { isInWeChat, saveFile, WECHAT_HINT } from "../saving.js";

/** Copy text also where an app's browser has no clipboard of the modern kind. */
async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = element("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (!copied) throw new Error("copy");
}

function copy(makeText) {
  return async ({ target }) => {
    try {
      await copyText(makeText());
      target.textContent = "已复制";
    } catch {
      target.textContent = "未能复制，请选中文字复制";
    }
  };
}

/** Save a record as the file that programs import; RIS has the line ends of its specification. */
function save({ textContent, dataset: { file } }) {
  return () => saveFile(file, file.endsWith(".ris") ? textContent.replace(/\n/g, "\r\n") : textContent);
}

/** The reader's own day, as GB/T 7714 writes the day of access. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The page's published address, or the one that it is read at. */
function findAddress(citation) {
  const { address } = citation.dataset;
  return address || (location.protocol === "file:" ? "" : location.origin + location.pathname);
}

/**
 * The reference with the day of access and the address, as GB/T 7714 has an article read online.
 *
 * @param {string} printed the reference as the page has it, with or without an address
 */
export function cite(printed, address, day) {
  const head = printed.replace(/\. https?:\S+$/, ".").replace(/\.$/, "");
  if (!address) return `${head}.`;
  return `${head.replace("[N]", "[N/OL]")}[${day}]. ${address}.`;
}

/** Print all of the article that is cited, whichever of its pages this is. */
async function print({ target }) {
  try {
    await gatherParts(document.querySelector(".report"));
    window.print();
  } catch {
    target.textContent = "未能取得全文，请联网后再打印";
  }
}

/** A choice of the whole article or one paragraph; returns a function that gives its #id or "". */
function offerParagraphs(files) {
  const select = element("select", "", new Option("全文", ""));
  select.setAttribute("aria-label", "引用哪一段");
  document.querySelectorAll(".report-body [id]").forEach(({ id, textContent }) => {
    const [, number] = /^p(\d+)$/.exec(id) || [];
    if (number) select.append(new Option(`第 ${number} 段：${textContent.trim().slice(0, 12)}`, `#${id}`));
  });
  if ([...select.options].some(({ value }) => value === location.hash)) select.value = location.hash;
  files.before(element("label", "citation-part", "引用", select));
  return () => select.value;
}

/**
 * Add the buttons to a citation.
 *
 * @param {Element} citation the section that holds `.citation-text`, `.citation-files` and records
 */
export function offerClipping(citation) {
  const files = citation.querySelector(".citation-files");
  const text = citation.querySelector(".citation-text");
  const printed = text.textContent;
  const findPart = offerParagraphs(files);
  const address = () => {
    const own = findAddress(citation);
    // A long article is cited by its first page, which leads on to the paragraph wherever it stands.
    return own && new URL(citation.dataset.whole || own, own).href + findPart();
  };
  const reference = () => {
    text.textContent = cite(printed, address(), today());
    return text.textContent;
  };
  files.append(button("复制引文", copy(reference)));
  if (findAddress(citation)) files.append(button("复制链接", copy(address)));
  if (isInWeChat) {
    files.append(WECHAT_HINT);
    return;
  }
  files.append(button("打印剪报", print));
  for (const record of citation.querySelectorAll("pre")) {
    const kind = record.dataset.file.endsWith(".ris") ? "RIS" : "BibTeX";
    record.before(button(`下载 ${kind}`, save(record)));
  }
}
