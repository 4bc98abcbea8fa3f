/** Loads the search when somebody goes to a search box, so that it can suggest. */

import { button, element, fill } from "./elements.js";
import { loadScript } from "./scripts.js";

/** The class of the search page while it waits: what stands below the results is not seen to move. */
const WAITING = "is-waiting";

/** Say on the search page that its script did not come, in the place of what it would show. */
function showFailure(page, load) {
  const notes = page.querySelector(".search-notes");
  const again = () => {
    fill(notes);
    load();
  };
  const text = element("p", "", "没能取得搜索程序，请检查网络后重试。");
  const alert = element("div", "notice", text, button("重试", again));
  alert.setAttribute("role", "alert");
  fill(notes, alert);
}

/**
 * Ask for the search's script once the box of a form is entered: it offers the suggestions. On its
 * own page, where a question is asked already, it is wanted at once. One that did not come is asked
 * for again.
 */
export function preloadSearch(form) {
  const { script } = form.dataset;
  if (!script) return;
  const page = document.getElementById("search");
  const answer = () => {
    page.classList.add(WAITING);
    loadScript(script).catch(() => {
      page.classList.remove(WAITING);
      showFailure(page, answer);
    });
  };
  const waitForFocus = () => {
    const load = () => loadScript(script).catch(waitForFocus);
    form.querySelector("input").addEventListener("focus", load, { once: true });
  };
  if (page && location.search) answer();
  else waitForFocus();
}
