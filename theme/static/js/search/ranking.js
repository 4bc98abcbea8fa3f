/**
 * Orders the articles that match every part of a query, in three tiers: those lunr finds (every
 * part is a term there) by its score; those that hold every part literally by how often and
 * where; those that hold some part by its words alone, by lunr's score of the words. Equal ones
 * come newest first, then by address, which is the order of the documents' numbers.
 */

import { weighCounts } from "./runs.js";
import { scoreDocuments } from "./scoring.js";

/** Intersect what the parts found, without what is excluded: document numbers, sorted. */
export function combineParts(matches, documents) {
  const required = matches.filter(({ part }) => !part.excluded);
  const excluded = matches.filter(({ part }) => part.excluded);
  const holds = (match, d) => match.literal.has(d) || match.byWords.has(d);
  const [smallest] = [...required].sort((a, b) => sizeOf(a) - sizeOf(b));
  const all = smallest
    ? [...smallest.literal.keys(), ...smallest.byWords]
    : Array.from({ length: documents }, (_, document) => document);
  return all
    .filter((d) => required.every((m) => holds(m, d)) && !excluded.some((m) => m.literal.has(d)))
    .sort((a, b) => a - b);
}

const sizeOf = (match) => match.literal.size + match.byWords.size;

/** Rank documents: [{document, score, literal}], best first. */
export function rankDocuments(documents, matches, archive, textOf) {
  const required = matches.filter(({ part }) => !part.excluded);
  const exact = required.every(({ clause }) => clause) && required.length > 0;
  const clauses = required.map((m) => m.clause).filter(Boolean);
  const scores = exact
    ? scoreDocuments(clauses.map((c) => ({ ...c, required: true })), archive, textOf)
    : new Map();
  const partial = [...clauses, ...required.flatMap((m) => m.wordClauses)];
  const wordScores =
    partial.length && required.some((m) => m.byWords.size)
      ? scoreDocuments(partial, archive, textOf)
      : new Map();
  const ranked = documents.map((document) => {
    const literal = required.every((m) => m.literal.has(document));
    const score = scores.get(document);
    const tier = score !== undefined ? 0 : literal ? 1 : 2;
    const weight = tier === 0 ? score : tier === 1 ? weigh(required, document) : wordScores.get(document) || 0;
    return { document, tier, weight, score: score || 0, literal: literal && required.length > 0 };
  });
  return ranked.sort((a, b) => a.tier - b.tier || b.weight - a.weight || a.document - b.document);
}

const weigh = (matches, document) =>
  matches.reduce((sum, { literal, part }) => sum + part.boost * weighCounts(literal.get(document)), 0);
