/** One search result as the list shows it. */

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

/**
 * Make a result's list item.
 *
 * @param {{url: string, title: string, date: string, summary: ?string}} found
 * @param {string} root the way from this page to the site's root
 * @returns {HTMLLIElement}
 */
export function resultItem(found, root) {
  const link = element("a", "", found.title);
  link.href = `${root}/${found.url}`;
  const headline = element("h2", "headline");
  headline.append(link);
  const item = element("li");
  item.append(headline);
  if (found.summary) item.append(element("p", "summary", found.summary));
  item.append(element("p", "facts", found.date));
  return item;
}
