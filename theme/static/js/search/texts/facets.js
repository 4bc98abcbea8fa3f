/** Filters by county, topic, year, column and kind, and how many articles each value has. */

/** Whether a document has one of the values chosen in a facet. */
function makeTest(facet, chosen, parents) {
  const allowed = new Set(
    facet.names.flatMap((name, number) => {
      const isChosen = chosen.includes(name) || chosen.includes(parents[name]);
      return isChosen ? [number] : [];
    }),
  );
  const passes = facet.sets.map((set) => set.some((number) => allowed.has(number)));
  return (document) => passes[facet.choice[document]];
}

const asList = (value) => (Array.isArray(value) ? value : [value]).map(String);

/** The tests of the filters that are set: Map from facet to a function of a document. */
export function makeFilters(filters, facets, parents) {
  const tests = new Map();
  for (const [key, value] of Object.entries(filters)) {
    const chosen = asList(value).filter(Boolean);
    if (!facets[key] || value === null || value === undefined || !chosen.length) continue;
    tests.set(key, makeTest(facets[key], chosen, parents));
  }
  return tests;
}

/** The values of a facet, and the kinds above them, that any of the folded texts names. */
function findNames(facet, texts, { parents, fold }) {
  const names = new Set(facet.names.flatMap((name) => [name, parents[name]]).filter(Boolean));
  const fitting = (test) => [...names].filter((name) => texts.some((t) => test(fold(name), t)));
  const equal = fitting((name, text) => name === text);
  return equal.length ? equal : fitting((name, text) => name.includes(text));
}

/**
 * Add the tests of the query's own parts, such as 县:汉滨. `meanings[i]` are the texts that
 * part i may mean; `archive` has the kinds' parents and how names are folded. Returns messages for
 * those that name nothing.
 */
export function addFacetParts(tests, parts, meanings, facets, archive) {
  const messages = [];
  parts.forEach((part, at) => {
    const facet = facets[part.facet];
    const names = findNames(facet, meanings[at], archive);
    if (!names.length) messages.push(`没有“${part.printed}”这一项`);
    const test = makeTest(facet, names, archive.parents);
    tests.set(`part ${at}`, part.excluded ? (document) => !test(document) : test);
  });
  return messages;
}

/** Keep the documents that pass all filters. */
export function applyFilters(documents, tests) {
  const all = [...tests.values()];
  return all.length ? documents.filter((d) => all.every((test) => test(d))) : documents;
}

/** Count a facet's values among the documents that pass the other facets' filters. */
function countFacet(facet, documents, parents) {
  const chosen = new Int32Array(facet.sets.length);
  for (const document of documents) chosen[facet.choice[document]]++;
  const counts = new Map();
  facet.sets.forEach((set, number) => {
    if (!chosen[number]) return;
    const names = new Set(set.flatMap((n) => [facet.names[n], parents[facet.names[n]]]));
    for (const name of names) {
      if (name) counts.set(name, (counts.get(name) || 0) + chosen[number]);
    }
  });
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** Counts for every facet: {county: [{name, count}], …}, years newest first, others by count. */
export function countFacets(documents, tests, facets, parents) {
  const counted = {};
  for (const key of Object.keys(facets)) {
    const others = new Map([...tests].filter(([other]) => other !== key));
    const values = countFacet(facets[key], applyFilters(documents, others), parents);
    const order = key === "year" ? (a, b) => (a.name < b.name ? 1 : -1) : (a, b) => b.count - a.count;
    counted[key] = values.sort(order);
  }
  return counted;
}
