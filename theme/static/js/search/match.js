/** Finds the articles that match one part of a query, and how. */

import { cutRun, joinRest } from "./cut.js";
import { findRun, planRun } from "./runs.js";

const FIELDS = ["title", "byline", "body"];
const MOST_SHARDS = 4;
const MOST_TERMS = 50;

/** Plan a part: its run, and the words to fall back to. Adds what is loaded to `shards`. */
export function planPart(part, manifest, shards) {
  const run = planRunAfter(part, manifest, shards);
  return { part, ...run, keys: [...run.run.keys, ...run.words.flatMap((plan) => plan.keys)] };
}

function planRunAfter(part, manifest, shards) {
  const key = manifest.keyOf(part.text);
  const whole = part.exact || part.excluded || manifest.bitsOf(part.text) !== undefined;
  if (whole || (key !== null && key.length < 3)) {
    return { run: planRun(part.text, manifest, shards), words: [] };
  }
  // The words come first: their lists may serve to find the run.
  const pieces = joinRest(cutRun(part.text, (text) => manifest.bitsOf(text)));
  const words = pieces
    .filter((piece) => piece !== part.text)
    .map((piece) => planRun(piece, manifest, shards));
  return { run: planRun(part.text, manifest, shards), words };
}

const inField = (documents, field) => {
  if (!field) return documents;
  const number = FIELDS.indexOf(field);
  const kept = [...documents].filter(([, counts]) => counts[number]);
  return new Map(kept.map(([d, counts]) => [d, counts.map((c, at) => (at === number ? c : 0))]));
};

/**
 * Match a planned part whose keys are loaded:
 * {part, literal: Map document → counts, byWords: Set of documents that hold the words but not
 * the run, clause: for lunr or null, wordClauses, message}.
 */
export async function matchPart(plan, dictionary, texts) {
  const { part } = plan;
  if (part.prefix || part.edits) return matchExpanded(part, dictionary);
  const run = await findRun(plan.run, dictionary, texts);
  const literal = inField(run.documents, part.field);
  const clause = run.term ? makeClause(part, plan.run.text, [run.term]) : null;
  const words = run.term
    ? []
    : await Promise.all(plan.words.map((word) => findRun(word, dictionary, texts)));
  const sets = words.map((word) => inField(word.documents, part.field));
  const byWords = new Set();
  if (sets.length) {
    for (const document of sets[0].keys()) {
      if (!literal.has(document) && sets.every((set) => set.has(document))) byWords.add(document);
    }
  }
  const wordClauses = words.flatMap((word, at) =>
    word.term ? [makeClause(part, plan.words[at].text, [word.term])] : [],
  );
  return { part, literal, byWords, clause, wordClauses, words: plan.words.map((w) => w.text) };
}

function makeClause(part, term, entries) {
  return { term, entries, field: part.field, boost: part.boost, prefix: part.prefix, edits: part.edits };
}

/** `*` and `~` stand for all terms that begin so, or differ in so many characters. */
async function matchExpanded(part, dictionary) {
  const { manifest } = dictionary;
  const start = part.prefix ? part.text : [...part.text][0];
  const key = manifest.keyOf(start);
  const found = key === null ? { terms: [], complete: true } : await dictionary.expand(key, MOST_SHARDS);
  let { terms } = found;
  if (part.edits) terms = terms.filter((t) => distance(manifest.textOf(t.key), part.text) <= part.edits);
  const capped = terms.length > MOST_TERMS;
  if (capped) terms = terms.sort((a, b) => b.documents.length - a.documents.length).slice(0, MOST_TERMS);
  const message =
    capped || !found.complete ? `“${part.printed}”可对应的词很多，只用了常见的${terms.length}个` : "";
  const literal = new Map();
  for (const entry of terms) {
    entry.documents.forEach((document, at) => {
      const counts = entry.terms.map((field) => field[at]);
      if (counts.some(Boolean)) literal.set(document, counts);
    });
  }
  const clause = makeClause(part, part.text, terms);
  const words = terms.map((t) => manifest.textOf(t.key));
  return { part, literal: inField(literal, part.field), byWords: new Set(), clause, wordClauses: [], words, message };
}

/** Levenshtein's distance in code points. */
function distance(left, right) {
  const [a, b] = [[...left], [...right]];
  let row = b.map((_, at) => at + 1);
  a.forEach((character, line) => {
    let diagonal = line;
    let before = line + 1;
    row = row.map((above, at) => {
      const value = Math.min(above + 1, before + 1, diagonal + (character === b[at] ? 0 : 1));
      diagonal = above;
      before = value;
      return value;
    });
  });
  return row[row.length - 1];
}
