/** Loads the search when somebody goes to a search box, so that it can suggest. */

/**
 * Ask for the search's script once the box of a form is entered: it offers the suggestions. On its
 * own page, where a question is asked already, it is wanted at once.
 */
export function preloadSearch(form) {
  const { script } = form.dataset;
  if (!script) return;
  const load = () => {
    const element = document.createElement("script");
    element.src = script;
    document.head.append(element);
  };
  const page = document.getElementById("search");
  if (page && location.search) {
    // What stands below the results is not seen to move when they come.
    page.classList.add("is-asked", "is-waiting");
    load();
  } else form.querySelector("input").addEventListener("focus", load, { once: true });
}
