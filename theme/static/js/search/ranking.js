/**
 * Orders the articles that match every part of a query. Those of the time that it asks for come
 * first. Then in five tiers: those lunr finds (every part is a term there) by its score; those that
 * hold every part literally, by how often and where: the score if each part were a term wherever it
 * stands; those that spell a number otherwise; those in which some part is but a piece of a longer
 * number or word; those that hold some part by its words alone, by lunr's score of the words. Equal
 * ones come newest first, then by address, which is the order of the documents' numbers.
 */

import { FIELDS, scoreDocuments } from "./scoring.js";

/** Sums of the same components in another order differ in their last bits: they are equal. */
const EQUAL = 1e9;

/** Intersect what the parts found, without what is excluded: document numbers, sorted. */
export function combineParts(matches, documents) {
  const required = matches.filter(({ part }) => !part.excluded);
  const excluded = matches.filter(({ part }) => part.excluded);
  const stands = (match, d) => match.literal.has(d) || match.byWords.has(d);
  const holds = (match, d) => stands(match, d) || match.dated.has(d);
  const [smallest, ...others] = [...required].sort((a, b) => sizeOf(a) - sizeOf(b));
  const all = smallest
    ? [...new Set([...smallest.literal.documents, ...smallest.byWords, ...smallest.dated])]
    : Array.from({ length: documents }, (_, document) => document);
  return all
    .filter((d) => others.every((m) => holds(m, d)) && !excluded.some((m) => stands(m, d)))
    .sort((a, b) => a - b);
}

const sizeOf = (match) => match.literal.size + match.byWords.size + match.dated.size;

/** How an article was found: it is of the time asked for, or what ranks it among the others. */
export const [DATED, LITERAL, SPELLED, INSIDE, LOOSE] = ["dated", "literal", "spelled", "inside", "loose"];
const HOWS = [LITERAL, LITERAL, SPELLED, INSIDE, LOOSE];

/**
 * Rank documents: {order: documents, best first; scoreOf(document): lunr's score, 0 for those it
 * does not find; isLiteral(document); howOf(document)}.
 */
export function rankDocuments(documents, matches, archive, textOf) {
  const required = matches.filter(({ part }) => !part.excluded);
  const isDated = (document) => required.some(({ dated }) => dated.has(document));
  const others = required.filter(({ part }) => !part.date);
  const dated = rankTiers(documents.filter(isDated), others, archive, textOf);
  const rest = rankTiers(documents.filter((d) => !isDated(d)), required, archive, textOf);
  const isLiteral = (document) => required.length > 0 && required.every((m) => m.asTyped.has(document));
  return {
    order: [...dated.order, ...rest.order],
    scoreOf: (document) => dated.scores.get(document) || rest.scores.get(document) || 0,
    isLiteral,
    howOf: (document) => (isDated(document) ? DATED : HOWS[rest.tierOf.get(document)]),
  };
}

/** Rank documents in their tiers: {order, scores: lunr's, of the first tier, tierOf}. */
function rankTiers(documents, required, archive, textOf) {
  const tiers = partTiers(documents, required);
  const known = required.map(({ clause }) => clause).filter(Boolean);
  const literal = required.map(asTerm);
  const asWritten = [
    known.map((clause) => ({ ...clause, required: true })),
    literal,
    literal,
    literal,
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
  const tierOf = new Map(tiers.flatMap((tier, number) => tier.map((document) => [document, number])));
  return { order: tiers.flatMap(rank), scores: scores[0], tierOf };
}

/** Part documents into the tiers. */
function partTiers(documents, required) {
  const tiers = [[], [], [], [], []];
  const terms = required.map(({ clause, part }) => clause && findTermDocuments(clause, part.field));
  const byWords = required.filter((match) => match.byWords.size);
  const inside = required.filter((match) => match.inside.size);
  for (const document of documents) {
    const isFound = required.length > 0 && terms.every((set) => set && set.has(document));
    const loose = byWords.filter((match) => match.byWords.has(document));
    const isInside = inside.some((match) => match.inside.has(document));
    if (loose.some(({ isNumber }) => !isNumber)) tiers[4].push(document);
    else if (isInside) tiers[3].push(document);
    else tiers[loose.length ? 2 : isFound ? 0 : 1].push(document);
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
