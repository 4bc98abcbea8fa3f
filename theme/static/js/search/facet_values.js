/**
 * Which values of each facet the documents have: {key: {names, sets (of indices into names),
 * choice (a document's set)}}. From the facets file for all documents; for a few of them from
 * their texts, so that the file need not be loaded.
 */

import { BitReader } from "./bits.js";
import { readColumn } from "./columns.js";

/** Read a document's values of one facet. */
export function readSet(reader) {
  const size = reader.gamma() - 1;
  return Array.from({ length: size }, () => reader.gamma() - 1);
}

function readSets(reader) {
  const sets = reader.gamma() - 1;
  return Array.from({ length: sets }, () => readSet(reader));
}

/** Years follow from the documents' order. */
function spreadYears(years, documents) {
  const names = years.map(([year]) => year);
  const choice = new Int32Array(documents);
  let document = 0;
  years.forEach(([, size], number) => {
    choice.fill(number, document, document + size);
    document += size;
  });
  return { names, sets: names.map((name, number) => (name ? [number] : [])), choice };
}

/** Read the facets file. */
export function readFacets(bytes, { years, documents, facetNames }) {
  const reader = new BitReader(bytes);
  const facets = { year: spreadYears(years, documents) };
  for (const [key, names] of Object.entries(facetNames)) {
    const sets = readSets(reader);
    facets[key] = { names, sets, choice: readColumn(reader) };
  }
  return facets;
}

/** The same of some `documents` alone, from their `articles` (texts.js). */
export function gatherFacets(documents, articles, members) {
  const facets = { year: spreadYears(members.years, members.documents) };
  const choice = {};
  documents.forEach((document, at) => (choice[document] = at));
  for (const [key, names] of Object.entries(members.facetNames)) {
    facets[key] = { names, sets: articles.map(({ values }) => values[key]), choice };
  }
  return facets;
}
