/** Finds the articles that match one part of a query, and how. */

import { joinRest } from "../corpus/cut.js";
import { cutWholes, isAmount, isPersonLike } from "../names/wholes.js";
import { readQueryNumbers } from "../numbers/number_tokens.js";
import { Hits } from "./hits.js";
import { compareRun, hitsOf, lookUpRun, placesOf, planRun } from "./runs.js";

const FIELDS = ["title", "byline", "body"];
const MOST_SHARDS = 4;
const MOST_TERMS = 50;
const MOST_WORDS = 4;
const SINGLE_DIGIT = /^\d$/;
/** What is no word of the lexicon is rarer than any of them. */
const RARE_BITS = 99;

/**
 * Plan a part: its run, its other readings, its numbers, and the words to fall back to. Adds what is
 * loaded to `shards`.
 */
export function planPart(part, readings, manifest, shards) {
  const plan = planRunAfter(part, manifest, shards);
  const others = readings.map((text) => planRun(text, manifest, shards));
  const keys = [plan.run, ...plan.words, ...others].flatMap((run) => run.keys);
  const numbers = part.prefix || part.edits ? [] : readQueryNumbers(part.text);
  return { part, ...plan, readings: others, keys, numbers };
}

function planRunAfter(part, manifest, shards) {
  const key = manifest.keyOf(part.text);
  const alone = part.exact || part.excluded || part.prefix || part.edits || part.date || isAmount(part.text);
  const whole = alone || manifest.bitsOf(part.text) !== undefined || isPersonLike(part.text, manifest);
  if (whole || (key !== null && (key.length < 3 || manifest.frequent.has(key)))) {
    return { run: planRun(part.text, manifest, shards), words: [] };
  }
  // The words come first: their lists may serve to find the run.
  const words = chooseTelling(listWords(part.text, manifest), manifest);
  const plans = words.filter((word) => word !== part.text).map((word) => planRun(word, manifest, shards));
  return { run: planRun(part.text, manifest, shards), words: plans };
}

/** A run's words and the names in it; its numbers are looked up as such. */
function listWords(text, manifest) {
  const found = { words: [], names: [] };
  let rest = [];
  for (const piece of [...cutWholes(text, manifest), { text: "", isWhole: true }]) {
    if (!piece.isWhole) rest.push(piece.text);
    else {
      found.words.push(...joinRest(rest));
      if (piece.text && !piece.isNumber) found.names.push(piece.text);
      rest = [];
    }
  }
  return found;
}

/** The names, and the words that tell articles apart: without the most frequent, MOST_WORDS in all. */
function chooseTelling({ words, names }, manifest) {
  const rare = words.filter((word) => !manifest.frequent.has(manifest.keyOf(word)));
  const bits = (word) => manifest.bitsOf(word) ?? RARE_BITS;
  const telling = [...new Set(rare.length || names.length ? rare : words)].sort((a, b) => bits(b) - bits(a));
  return [...new Set([...names, ...telling.slice(0, Math.max(0, MOST_WORDS - names.length))])];
}

/**
 * Look a planned part up, once its keys are loaded: {plan, runs: the part's run, its words and
 * other readings as lookUpRun gives them, expanded: what `*` or `~` matches}.
 */
export async function lookUpPart(plan, dictionary) {
  const { part } = plan;
  const run = await lookUpRun(plan.run, dictionary);
  if (part.prefix || part.edits) {
    const expanded = await matchExpanded(part, dictionary);
    // What begins no word may be longer than a word: it is looked for as it stands.
    return part.prefix && !expanded.literal.size ? { plan, runs: [run] } : { plan, runs: [run], expanded };
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
 * What a part that was looked up matches. `numbers` finds the articles of its numbers, `dated` are
 * those of its date, `isName` tells that it is the name of something:
 * {part, literal: Hits of the run, asTyped: those of them where it certainly stands as typed,
 * inside: Set of those where it only stands in longer numbers or words, byWords: Set of documents
 * that hold the words and numbers but not the run, isNumber: these only spell it otherwise, dated: Set, clause: for lunr, or null when the
 * run is no term, wordClauses, words, sought: where all of it stands (pieces.js), numbers, message}.
 */
export function matchPart({ plan, runs, expanded, dated = new Set() }, numbers, isName) {
  const { part } = plan;
  const field = part.field && FIELDS.indexOf(part.field);
  const [run, ...others] = runs;
  const asTyped = run.isCertain ? run.hits.inField(field) : Hits.none();
  if (expanded) return { ...expanded, asTyped, dated, inside: new Set(), numbers: [] };
  const words = others.slice(0, others.length - plan.readings.length);
  const readings = others.slice(words.length);
  const literal = run.hits.inField(field);
  const inside = findInside(plan, literal, numbers);
  // The numbers of a month or a day may stand apart in an article; a year has but one.
  const isApart = part.date && plan.numbers.length > 1;
  const holding = isName || part.exact || part.excluded || isApart ? [] : findHolding(plan, words, field, numbers);
  const isNumber = !words.length && !readings.length;
  const meant = readings.flatMap(({ hits }) => [...hits.inField(field).documents]);
  const byWords = new Set([...holding, ...meant].filter((document) => !literal.has(document)));
  const clause = run.term ? makeClause(part, run.text, [run.term]) : null;
  const wordClauses = others
    .filter(({ term }) => term)
    .map(({ text, term }) => makeClause(part, text, [term]));
  const meanings = [...(isName ? [] : plan.words), ...plan.readings].map(({ text }) => text);
  const sought = [{ ...run, isLiteral: true }, ...(isName ? [] : words), ...readings];
  const message = run.isCertain ? "" : `含“${part.printed}”的太多，其中的标点没有逐篇核对`;
  return { part, literal, asTyped, inside, byWords, isNumber, dated, clause, wordClauses, words: meanings, sought, numbers: plan.numbers, message };
}

/** The articles of a run's hits in which the number at its beginning or end is never a whole one. */
function findInside({ part, numbers: tokens }, literal, numbers) {
  const edges = tokens.filter(({ start, end }) => !start || end === part.text.length);
  if (!edges.length) return new Set();
  const sets = edges.map((token) => numbers.find(token));
  return new Set([...literal.documents].filter((document) => !sets.every((set) => set.has(document))));
}

/** The articles that have all of a part's words, and all of its numbers in whatever spelling. */
function findHolding({ part, numbers: tokens }, words, field, numbers) {
  // 一 stands everywhere.
  if (SINGLE_DIGIT.test(part.text)) return [];
  const [first, ...rest] = [
    ...words.map(({ hits }) => new Set(hits.inField(field).documents)),
    // Where in an article a number stands is not known.
    ...(field === undefined ? tokens.map((token) => numbers.find(token)) : []),
  ];
  return first ? [...first].filter((document) => rest.every((set) => set.has(document))) : [];
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
  const sought = terms.map((entry, at) => ({ text: words[at], hits: hitsOf(entry), placesIn: placesOf(entry) }));
  return { part, literal, byWords: new Set(), clause, wordClauses: [], words, sought, message };
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
