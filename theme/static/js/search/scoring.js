/**
 * lunr's scores from parts of its index. lunr 2.3.9 scores a document by the components of its
 * field vectors for the query's own terms alone, so an index over the loaded lists gives the
 * scores of the whole one (lunr.Builder's createFieldVectors has the formula of a component).
 * Articles with equal components have equal scores: lunr scores one for all of them.
 */

import lunr from "lunr";

const K1 = 1.2;
const B = 0.75;
export const FIELDS = ["title", "byline", "body"];

/** BM25 as lunr writes it, rounded as lunr does. */
function weighTerm(tf, length, mean, idf, boost) {
  const score = (idf * ((K1 + 1) * tf)) / (K1 * (1 - B + B * (length / mean)) + tf);
  return Math.round(score * boost * 1000) / 1000;
}

/** lunr's idf counts a document once for every field that holds the term. */
function rateTerm(entry, documents) {
  const posting = { _index: 0 };
  FIELDS.forEach((name, field) => {
    posting[name] = entry.terms[field].filter(Boolean);
  });
  return lunr.idf(posting, documents);
}

/** Every document's components, three a term, as rows of one array. */
function weighDocuments(entries, wanted, { members, lengths }) {
  const width = entries.length * FIELDS.length;
  const weights = new Float64Array(wanted.length * width);
  const rowOf = new Map(wanted.map((document, row) => [document, row]));
  const means = FIELDS.map((name) => members.terms[name] / members.documents);
  entries.forEach((entry, number) => {
    const idf = rateTerm(entry, members.documents);
    entry.documents.forEach((document, at) => {
      const row = rowOf.get(document);
      if (row === undefined) return;
      for (let field = 0; field < FIELDS.length; field++) {
        const tf = entry.terms[field][at];
        if (!tf) continue;
        const boost = members.boosts[FIELDS[field]];
        const weight = weighTerm(tf, lengths[field][document], means[field], idf, boost);
        weights[row * width + number * FIELDS.length + field] = weight;
      }
    });
  });
  return wanted.map((_, row) => weights.subarray(row * width, (row + 1) * width));
}

/** A lunr index of documents given by their components, with one document for all equal ones. */
function buildIndex(terms, rows) {
  const invertedIndex = Object.create(null);
  const fieldVectors = Object.create(null);
  terms.forEach((term, number) => {
    invertedIndex[term] = { _index: number, title: {}, byline: {}, body: {} };
  });
  rows.forEach((row, reference) => {
    row.forEach((weight, at) => {
      if (!weight) return;
      const name = FIELDS[at % 3];
      const number = Math.floor(at / 3);
      invertedIndex[terms[number]][name][reference] = {};
      const vector = `${name}/${reference}`;
      fieldVectors[vector] = fieldVectors[vector] || new lunr.Vector();
      fieldVectors[vector].insert(number, weight);
    });
  });
  const tokenSet = lunr.TokenSet.fromArray(terms);
  const pipeline = new lunr.Pipeline();
  return new lunr.Index({ invertedIndex, fieldVectors, tokenSet, fields: FIELDS, pipeline });
}

/**
 * Score documents. `clauses` are {entries (terms of the dictionary), term (as typed), field,
 * boost, required, prefix, edits, literal (the entry is named by `term`)}; `wanted` are the
 * documents to score; `archive` has the manifest's members and the documents' lengths. Returns a Map from document to score, of those lunr finds.
 */
export function scoreDocuments(clauses, wanted, archive, textOf) {
  const nameOf = (clause, entry) => (clause.literal ? clause.term : textOf(entry.key));
  const entries = new Map(clauses.flatMap((c) => c.entries.map((e) => [nameOf(c, e), e])));
  // lunr's token sets are built from sorted words.
  const terms = [...entries.keys()].sort();
  const ordered = terms.map((term) => entries.get(term));
  const classes = new Map();
  weighDocuments(ordered, wanted, archive).forEach((row, at) => {
    const alike = row.join();
    const known = classes.get(alike);
    if (known) known.documents.push(wanted[at]);
    else classes.set(alike, { row, documents: [wanted[at]] });
  });
  const groups = [...classes.values()];
  const index = buildIndex(terms, groups.map(({ row }) => row));
  const found = index.query((query) => clauses.forEach((clause) => addClause(query, clause)));
  return new Map(found.flatMap(({ ref, score }) => groups[ref].documents.map((d) => [d, score])));
}

function addClause(query, clause) {
  const { presence } = lunr.Query;
  query.term(clause.term, {
    boost: clause.boost,
    fields: clause.field ? [clause.field] : FIELDS,
    usePipeline: false,
    presence: clause.required ? presence.REQUIRED : presence.OPTIONAL,
    wildcard: clause.prefix ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
    ...(clause.edits ? { editDistance: clause.edits } : {}),
  });
}
