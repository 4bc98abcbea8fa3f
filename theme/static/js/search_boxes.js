/** Loads the search when somebody goes to a search box, so that it can suggest. */

/** Ask for the search's script once the box of a form is entered; it offers the suggestions. */
export function preloadSearch(form) {
  const { script } = form.dataset;
  if (!script || document.getElementById("search")) return;
  const load = () => {
    const element = document.createElement("script");
    element.src = script;
    document.head.append(element);
  };
  form.querySelector("input").addEventListener("focus", load, { once: true });
}
