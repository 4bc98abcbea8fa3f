/** How a typed query is cut into words of the index, by longest match from the left. */

const LETTER = /[\p{L}\p{N}]/u;

/** The longest word of the index that stands at a place of the run, or null. */
function longestWord(run, start, index) {
  for (let end = run.length; end > start; end -= 1) {
    const word = run.slice(start, end);
    if (Object.prototype.hasOwnProperty.call(index, word)) return word;
  }
  return null;
}

/** The words that make up a run; the run itself where a part of it is no word of the index. */
function cutRun(run, index) {
  const words = [];
  for (let at = 0; at < run.length; ) {
    const word = longestWord(run, at, index);
    if (!word && LETTER.test(run[at])) return [run.replace(/\*/g, "")];
    if (word) words.push(word);
    at += word ? word.length : 1;
  }
  return words;
}

/**
 * Cut what a reader typed into words that the index may hold.
 *
 * @param {string} typed the query; blanks separate runs
 * @param {Object} invertedIndex the index's words as keys
 * @returns {string[]} words or beginnings of words, all of which must match
 */
export function cutQuery(typed, invertedIndex) {
  const runs = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return runs.flatMap((run) => cutRun(run, invertedIndex));
}
