/**
 * lunr's scores from parts of its index. lunr 2.3.9 scores a document by the components of its
 * field vectors for the query's own terms alone, so an index over the loaded lists gives the
 * scores of the whole one (lunr.Builder's createFieldVectors has the formula of a component).
 */

import lunr from "lunr";

const K1 = 1.2;
const B = 0.75;
const FIELDS = ["title", "byline", "body"];

function buildPosting(entry, number) {
  const posting = Object.assign(Object.create(null), { _index: number });
  FIELDS.forEach((name, field) => {
    posting[name] = Object.create(null);
    const counts = entry.terms[field];
    entry.documents.forEach((document, at) => {
      if (counts[at]) posting[name][document] = {};
    });
  });
  return posting;
}

/** BM25 as lunr writes it, rounded as lunr does. */
function weighTerm(tf, length, mean, idf, boost) {
  const score = (idf * ((K1 + 1) * tf)) / (K1 * (1 - B + B * (length / mean)) + tf);
  return Math.round(score * boost * 1000) / 1000;
}

function addVectors(vectors, entry, number, idf, archive) {
  const { members, table } = archive;
  FIELDS.forEach((name, field) => {
    const mean = members.terms[name] / members.documents;
    const lengths = table.lengths[field];
    entry.documents.forEach((document, at) => {
      const tf = entry.terms[field][at];
      if (!tf) return;
      const reference = `${name}/${document}`;
      vectors[reference] = vectors[reference] || new lunr.Vector();
      const weight = weighTerm(tf, lengths[document], mean, idf, members.boosts[name]);
      vectors[reference].insert(number, weight);
    });
  });
}

/**
 * Score documents. `clauses` are {entries (terms of the dictionary), field, boost, required,
 * term (as typed, with lunr's wildcard or edit distance), edits}; `archive` has the manifest's
 * members and the table. Returns a Map from document to score, of the documents lunr finds.
 */
export function scoreDocuments(clauses, archive, textOf) {
  const entries = new Map(clauses.flatMap((c) => c.entries.map((e) => [textOf(e.key), e])));
  const invertedIndex = Object.create(null);
  const fieldVectors = Object.create(null);
  const terms = [...entries.keys()].sort();
  terms.forEach((term, number) => {
    const entry = entries.get(term);
    invertedIndex[term] = buildPosting(entry, number);
    const idf = lunr.idf(invertedIndex[term], archive.members.documents);
    addVectors(fieldVectors, entry, number, idf, archive);
  });
  const index = new lunr.Index({
    invertedIndex,
    fieldVectors,
    tokenSet: lunr.TokenSet.fromArray(terms),
    fields: FIELDS,
    pipeline: new lunr.Pipeline(),
  });
  const found = index.query((query) => clauses.forEach((clause) => addClause(query, clause)));
  return new Map(found.map(({ ref, score }) => [+ref, score]));
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
