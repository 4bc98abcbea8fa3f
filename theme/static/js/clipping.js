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

/**
 * Add the buttons to a citation.
 *
 * @param {Element} citation the section that holds `.citation-text` and `.citation-files`
 */
export function offerClipping(citation) {
  const files = citation.querySelector(".citation-files");
  const text = citation.querySelector(".citation-text").textContent;
  if (navigator.clipboard) files.append(button("复制引文", copy(text)));
  files.append(button("打印剪报", () => window.print()));
}
