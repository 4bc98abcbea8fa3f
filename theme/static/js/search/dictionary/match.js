/** Finds the articles that match one part of a query, and how. */

import { cutRun, joinRest } from "../corpus/cut.js";
import { Hits } from "./hits.js";
import { compareRun, lookUpRun, planRun } from "./runs.js";

const FIELDS = ["title", "byline", "body"];
const MOST_SHARDS = 4;
const MOST_TERMS = 50;
const MOST_WORDS = 4;
/** What is no word of the lexicon is rarer than any of them. */
const RARE_BITS = 99;

/**
 * Plan a part: its run, its other readings, and the words to fall back to. Adds what is loaded
 * to `shards`.
 */
export function planPart(part, readings, manifest, shards) {
  const plan = planRunAfter(part, manifest, shards);
  const others = readings.map(({ text }) => planRun(text, manifest, shards));
  const keys = [plan.run, ...plan.words, ...others].flatMap((run) => run.keys);
  return { part, ...plan, readings: others, keys };
}

function planRunAfter(part, manifest, shards) {
  const key = manifest.keyOf(part.text);
  const alone = part.exact || part.excluded || part.prefix || part.edits;
  const whole = alone || manifest.bitsOf(part.text) !== undefined;
  if (whole || (key !== null && (key.length < 3 || manifest.frequent.has(key)))) {
    return { run: planRun(part.text, manifest, shards), words: [] };
  }
  // The words come first: their lists may serve to find the run.
  const pieces = joinRest(cutRun(part.text, (text) => manifest.bitsOf(text)));
  const words = chooseTelling(pieces.filter((piece) => piece !== part.text), manifest);
  const plans = words.map((word) => planRun(word, manifest, shards));
  return { run: planRun(part.text, manifest, shards), words: plans };
}

/** The words that tell articles apart: without the most frequent, at most MOST_WORDS. */
function chooseTelling(words, manifest) {
  const rare = words.filter((word) => !manifest.frequent.has(manifest.keyOf(word)));
  const bits = (word) => manifest.bitsOf(word) ?? RARE_BITS;
  return [...new Set(rare.length ? rare : words)]
    .sort((a, b) => bits(b) - bits(a))
    .slice(0, MOST_WORDS);
}

/**
 * Look a planned part up, once its keys are loaded: {plan, runs: the part's run, its words and
 * other readings as lookUpRun gives them, expanded: what `*` or `~` matches}.
 */
export async function lookUpPart(plan, dictionary) {
  const { part } = plan;
  const run = await lookUpRun(plan.run, dictionary);
  if (part.prefix || part.edits) {
    return { plan, runs: [run], expanded: await matchExpanded(part, dictionary) };
  }
  const others = [...(run.term ? [] : plan.words), ...plan.readings];
  const found = await Promise.all(others.map((other) => lookUpRun(other, dictionary)));
  return { plan, runs: [run, ...found] };
}

/** Compare a part's runs with the articles' text, where that is open. */
export async function comparePart(found, texts) {
  return { ...found, runs: await Promise.all(found.runs.map((run) => compareRun(run, texts))) };
}

/**
 * What a part that was looked up matches:
 * {part, literal: Hits of the run, asTyped: those of them where it certainly stands as typed,
 * byWords: Set of documents that hold the words but not the run, clause: for lunr, or null when
 * the run is no term, wordClauses, words, message}.
 */
export function matchPart({ plan, runs, expanded }) {
  const { part } = plan;
  const field = part.field && FIELDS.indexOf(part.field);
  const [run, ...others] = runs;
  const asTyped = run.isCertain ? run.hits.inField(field) : Hits.none();
  if (expanded) return { ...expanded, asTyped };
  const words = others.slice(0, others.length - plan.readings.length);
  const readings = others.slice(words.length);
  const literal = run.hits.inField(field);
  const [first, ...rest] = words.map(({ hits }) => hits.inField(field));
  const holding = first ? first.within(rest) : [];
  const meant = readings.flatMap(({ hits }) => [...hits.inField(field).documents]);
  const byWords = new Set([...holding, ...meant].filter((document) => !literal.has(document)));
  const clause = run.term ? makeClause(part, run.text, [run.term]) : null;
  const wordClauses = others
    .filter(({ term }) => term)
    .map(({ text, term }) => makeClause(part, text, [term]));
  const meanings = [...plan.words, ...plan.readings].map(({ text }) => text);
  const message = run.isCertain ? "" : `含“${part.printed}”的太多，其中的标点没有逐篇核对`;
  return { part, literal, asTyped, byWords, clause, wordClauses, words: meanings, message };
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
  const clause = makeClause(part, part.text, terms);
  const words = terms.map((t) => manifest.textOf(t.key));
  const literal = uniteTerms(terms).inField(part.field && FIELDS.indexOf(part.field));
  return { part, literal, byWords: new Set(), clause, wordClauses: [], words, message };
}

function uniteTerms(entries) {
  const found = new Map();
  for (const entry of entries) {
    entry.documents.forEach((document, at) => {
      const sum = found.get(document) || [0, 0, 0];
      found.set(document, sum.map((count, field) => count + entry.terms[field][at]));
    });
  }
  for (const [document, counts] of found) if (!counts.some(Boolean)) found.delete(document);
  return Hits.from(found);
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
