/** A long article stands on several pages: an address leads on to the one that has what it names. */

/** Whether this page has what the address names: an element, or words that a search found. */
function hasNamed(article, named) {
  if (!named.startsWith("find=")) return Boolean(document.getElementById(named));
  const title = article.querySelector("h1").textContent.toLowerCase();
  const words = named.slice("find=".length).toLowerCase().split(" ");
  return Boolean(article.querySelector(".report-body mark")) || words.every((word) => title.includes(word));
}

function readNamed() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/** Turn to the next page where this one has nothing of what the address names. */
export function turnToNamed(article) {
  const present = article.querySelector(".pages [aria-current]");
  const next = present && present.parentElement.nextElementSibling;
  const named = readNamed();
  if (next && named && !hasNamed(article, named)) location.replace(next.firstElementChild.href + location.hash);
}
