/**
 * Cuts a run of characters that is no term into words: of all ways to write it with the lexicon's
 * words and single characters the one of fewest bits; among equals the one of fewest pieces, then
 * the one whose first piece is longest (plugins/search/codes/shard_format.py, "Cutting a query").
 */

const LONGEST_WORD = 4;

function chooseNext(characters, best, start, bitsOf) {
  let chosen = null;
  for (let size = 1; size <= LONGEST_WORD && start + size <= characters.length; size++) {
    const bits = bitsOf(characters.slice(start, start + size).join(""));
    if (bits === undefined) continue;
    const rest = best[start + size];
    const way = { size, bits: bits + rest.bits, pieces: 1 + rest.pieces };
    const better =
      !chosen ||
      way.bits < chosen.bits ||
      (way.bits === chosen.bits && way.pieces <= chosen.pieces);
    if (better) chosen = way;
  }
  return chosen;
}

/** Cut a folded run; `bitsOf(text)` is a word's or character's length, undefined for no word. */
export function cutRun(text, bitsOf) {
  const characters = [...text];
  const best = new Array(characters.length + 1);
  best[characters.length] = { bits: 0, pieces: 0 };
  for (let start = characters.length - 1; start >= 0; start--) {
    best[start] = chooseNext(characters, best, start, bitsOf);
  }
  const pieces = [];
  for (let start = 0; start < characters.length; start += best[start].size) {
    pieces.push(characters.slice(start, start + best[start].size).join(""));
  }
  return pieces;
}

/** Join neighbouring single characters, and leave out those that stay single. */
export function joinRest(pieces) {
  const joined = [];
  let rest = "";
  for (const piece of [...pieces, ""]) {
    if ([...piece].length === 1) {
      rest += piece;
      continue;
    }
    if ([...rest].length > 1) joined.push(rest);
    rest = "";
    if (piece) joined.push(piece);
  }
  return joined;
}
