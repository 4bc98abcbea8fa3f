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

/** A page's part of the text, to be shown on paper alone, with its pictures loaded. */
async function fetchPart({ href }) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = document.importNode(page.querySelector(".report-body"), true);
  part.classList.add("paper-only");
  const pictures = [...part.querySelectorAll("img")];
  pictures.forEach((picture) => picture.removeAttribute("loading"));
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
  return part;
}

/** Bring what stands on an article's other pages onto this one's paper; once is enough. */
export async function gatherParts(article) {
  const links = [...article.querySelectorAll(".pages a")];
  if (!links.length || article.querySelector(".paper-only")) return;
  const body = article.querySelector(".report-body");
  const parts = await Promise.all(
    links.map((link) => (link.hasAttribute("aria-current") ? body : fetchPart(link))),
  );
  body.before(...parts.slice(0, parts.indexOf(body)));
  body.after(...parts.slice(parts.indexOf(body) + 1));
  article.querySelectorAll("h1 small, .explanation").forEach(({ classList }) => classList.add("screen-only"));
}
