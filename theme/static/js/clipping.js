/** Buttons beside an article's citation: copy it, or print the article as a clipping. */

function button(label, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", () => act(element));
  return element;
}

function copy(text) {
  return async (copying) => {
    try {
      await navigator.clipboard.writeText(text);
      copying.textContent = "已复制";
    } catch {
      copying.textContent = "未能复制，请选中文字复制";
    }
  };
}

/** Save a record as the file that programs import; RIS has the line ends of its specification. */
function save({ textContent, dataset: { file } }) {
  return () => {
    const text = file.endsWith(".ris") ? textContent.replace(/\n/g, "\r\n") : textContent;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = file;
    link.click();
    URL.revokeObjectURL(link.href);
  };
}

/**
 * Add the buttons to a citation.
 *
 * @param {Element} citation the section that holds `.citation-text`, `.citation-files` and records
 */
export function offerClipping(citation) {
  const files = citation.querySelector(".citation-files");
  const text = citation.querySelector(".citation-text").textContent;
  if (navigator.clipboard) files.append(button("复制引文", copy(text)));
  files.append(button("打印剪报", () => window.print()));
  for (const record of citation.querySelectorAll("pre")) {
    const kind = record.dataset.file.endsWith(".ris") ? "RIS" : "BibTeX";
    record.before(button(`下载 ${kind}`, save(record)));
  }
}
