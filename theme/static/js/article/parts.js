/** A long article stands on several pages: an address leads on to the one that has what it names. */

function readNamed() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/** The link to the page that has a block or a figure, undefined where `named` is neither. */
function findPage(links, named) {
  const [, number] = /^p(\d+)$/.exec(named) || [];
  return links.find(({ dataset: { from, to, figures } }) =>
    number ? Number(from) <= number && number <= Number(to) : figures.split(" ").includes(named),
  );
}

/** Whether this page has words that a search found: some in the text, or all above it. */
function hasFound(article, words) {
  if (article.querySelector(".report-body mark")) return true;
  const head = [...article.querySelectorAll(".report-head, .corrections")];
  const text = head.map(({ textContent }) => textContent.toLowerCase()).join(" ");
  return words.every((word) => text.includes(word));
}

function turnTo(link, hash) {
  if (link && !link.hasAttribute("aria-current")) location.replace(link.href + hash);
}

/**
 * Turn to the page that has what the address names.
 *
 * Which one has words that a search found, only the pages themselves know: they are turned one by
 * one, and where none has them the reader is back on the first.
 */
export function turnToNamed(article) {
  const links = [...article.querySelectorAll(".pages a")];
  const present = links.findIndex((link) => link.hasAttribute("aria-current"));
  if (present < 0) return;
  const turnToPlace = () => turnTo(findPage(links, readNamed()), location.hash);
  turnToPlace();
  addEventListener("hashchange", turnToPlace);
  const [, words] = /^find=(.+)$/.exec(readNamed()) || [];
  if (!words || hasFound(article, words.toLowerCase().split(" "))) return;
  const next = links[present + 1];
  turnTo(next || links[0], next ? location.hash : "");
}
