/**
 * Orders the articles that match every part of a query, in three tiers: those lunr finds (every
 * part is a term there) by its score; those that hold every part literally, by how often and
 * where: the score if each part were a term wherever it stands; those that hold some part by its
 * words alone, by lunr's score of the words. Equal ones come newest first, then by address, which
 * is the order of the documents' numbers.
 */

import { FIELDS, scoreDocuments } from "./scoring.js";

/** Sums of the same components in another order differ in their last bits: they are equal. */
const EQUAL = 1e9;

/** Intersect what the parts found, without what is excluded: document numbers, sorted. */
export function combineParts(matches, documents) {
  const required = matches.filter(({ part }) => !part.excluded);
  const excluded = matches.filter(({ part }) => part.excluded);
  const holds = (match, d) => match.literal.has(d) || match.byWords.has(d);
  const [smallest, ...others] = [...required].sort((a, b) => sizeOf(a) - sizeOf(b));
  const all = smallest
    ? [...smallest.literal.documents, ...smallest.byWords]
    : Array.from({ length: documents }, (_, document) => document);
  return all
    .filter((d) => others.every((m) => holds(m, d)) && !excluded.some((m) => m.literal.has(d)))
    .sort((a, b) => a - b);
}

const sizeOf = (match) => match.literal.size + match.byWords.size;

/**
 * Rank documents: {order: documents, best first; scoreOf(document): lunr's score, 0 for those it
 * does not find; isLiteral(document)}.
 */
export function rankDocuments(documents, matches, archive, textOf) {
  const required = matches.filter(({ part }) => !part.excluded);
  const tiers = partTiers(documents, required);
  const known = required.map(({ clause }) => clause).filter(Boolean);
  const asWritten = [
    known.map((clause) => ({ ...clause, required: true })),
    required.map(asTerm),
    [...known, ...required.flatMap(({ wordClauses }) => wordClauses)],
  ];
  const scores = tiers.map((tier, number) =>
    tier.length && asWritten[number].length
      ? scoreDocuments(asWritten[number], tier, archive, textOf)
      : new Map(),
  );
  const rank = (tier, number) => {
    const keys = new Map(Array.from(scores[number], ([d, score]) => [d, Math.round(score * EQUAL)]));
    return tier.sort((a, b) => (keys.get(b) || 0) - (keys.get(a) || 0) || a - b);
  };
  return {
    order: tiers.flatMap(rank),
    scoreOf: (document) => scores[0].get(document) || 0,
    isLiteral: (document) => required.length > 0 && required.every((m) => m.asTyped.has(document)),
  };
}

/** Part documents: those that lunr finds, those that hold all parts literally, the others. */
function partTiers(documents, required) {
  const tiers = [[], [], []];
  const terms = required.map(({ clause, part }) => clause && findTermDocuments(clause, part.field));
  const byWords = required.filter((match) => match.byWords.size);
  for (const document of documents) {
    const isFound = required.length > 0 && terms.every((set) => set && set.has(document));
    const isLiteral = !byWords.some((match) => match.byWords.has(document));
    tiers[isFound ? 0 : isLiteral ? 1 : 2].push(document);
  }
  return tiers;
}

function findTermDocuments({ entries }, field) {
  const found = new Set();
  for (const { documents, terms } of entries) {
    const counts = terms.filter((_, number) => !field || FIELDS[number] === field);
    documents.forEach((document, at) => {
      if (counts.some((count) => count[at])) found.add(document);
    });
  }
  return found;
}

/** A part as if it were a term wherever its characters stand. */
function asTerm({ part, literal }, number) {
  const entry = { documents: literal.documents, terms: literal.counts };
  // lunr would read operators in the text itself; a number cannot be mistaken.
  return { term: String(number), entries: [entry], boost: part.boost, required: true, literal: true };
}
