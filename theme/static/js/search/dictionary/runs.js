/** Finds the articles in which a run of characters stands, literally and exactly. */

import { countRun } from "../texts/pieces.js";
import { coverKey, partRun } from "./cover.js";
import { Hits } from "./hits.js";

/** Up to so many candidates are compared with their text, which the results show anyway. */
const VERIFIED = 10;
const LONGEST_TERM = 16;
const PLACE_RANGE = 2 ** 24;

/** What must be loaded to find a run. `shards` are loaded anyway; the run's own are added. */
export function planRun(text, manifest, shards) {
  const parts = partRun(text);
  const single = parts.length === 1 && parts[0].text === text;
  const key = single ? manifest.keyOf(text) : null;
  if (parts.some((part) => manifest.keyOf(part.text) === null)) {
    return { text, key: null, keys: [], segments: [], stored: false, exact: true };
  }
  if (single) shards.add(manifest.locate(key));
  if (single && (manifest.isStored(key) || isWord(text, manifest))) {
    return { text, key, keys: [key], segments: [], stored: true, exact: true };
  }
  const segments = parts.map((part) => planSegment(part, manifest, shards, false));
  const keys = segments.flatMap(({ grams }) => grams.map((gram) => gram.key));
  if (single && key.length <= LONGEST_TERM) keys.push(key);
  // A mark between Han characters is in no list: only the text tells which one it is.
  const exact = parts.map((part) => part.text).join("") === text;
  return { text, key, keys, segments, stored: false, exact };
}

const isWord = (text, manifest) => [...text].length > 1 && manifest.bitsOf(text) !== undefined;

function planSegment({ offset, text }, manifest, shards, whole) {
  const key = manifest.keyOf(text);
  if (manifest.frequent.has(key) || key.length < 2) {
    return { offset, text, grams: [{ offset, key }], whole: false, placed: false };
  }
  if (manifest.isStored(key)) return { offset, text, grams: [{ offset, key }], whole: true, placed: true };
  const cover = coverKey(key, manifest, shards, whole);
  const grams = cover.grams.map((gram) => ({ offset: offset + gram.offset, key: gram.key }));
  return { offset, text, grams, whole: cover.whole, placed: true };
}

/**
 * Look the planned run up, once its keys are loaded: {text, hits, term: its dictionary entry if
 * it is a term, or null, open: whether hits are candidates, to be compared with their text,
 * isCertain: whether else they hold the run for certain, its marks included, placesIn(document):
 * the positions at which it stands, or may stand, or null where the lists do not tell}.
 */
export async function lookUpRun(plan, dictionary) {
  const { text } = plan;
  const entry = dictionary.get(plan.key);
  const term = entry && entry.terms ? entry : null;
  if (plan.stored || term) {
    const hits = entry ? hitsOf(entry) : Hits.none();
    return { text, hits, term, open: false, isCertain: true, placesIn: placesOf(entry) };
  }
  let found = plan.segments.length
    ? intersectLists(plan.segments.flatMap(({ grams }) => grams), dictionary)
    : NOTHING;
  const isCovered = plan.exact && plan.segments.every(({ whole }) => whole);
  if (!isCovered && found.hits.size > VERIFIED) found = await intersectWhole(plan, dictionary);
  const { hits, placesIn } = found;
  const isFew = hits.size <= VERIFIED;
  const isCertain = isFew || (plan.exact && plan.segments.every(({ placed }) => placed));
  return { text, hits, term: null, open: !isCovered && hits.size > 0 && isFew, isCertain, placesIn };
}

/** Compare a looked up run with its candidates' text, where that is open. */
export async function compareRun(run, texts) {
  if (!run.open) return run;
  return { ...run, hits: await compareTexts(run, texts), open: false };
}

/** Where an entry stands, and how often. */
export const hitsOf = (entry) => new Hits(entry.documents, entry.tf);

/** Where an entry stands in a document: positions, or null where its list only counts them. */
export const placesOf = (entry) => (document) => {
  const number = entry ? entry.documents.indexOf(document) : -1;
  if (number < 0) return [];
  const { places } = entry;
  return places && places.at.slice(number ? places.ends[number - 1] : 0, places.ends[number]);
};

const placesAmong = (starts) => (document) =>
  starts.filter((start) => Math.floor(start / PLACE_RANGE) === document).map((start) => start % PLACE_RANGE);

const NOTHING = { hits: Hits.none(), placesIn: () => [] };

/** Intersect lists that cover the whole run, as the first, cheap choice did not. */
async function intersectWhole(plan, dictionary) {
  const { manifest } = dictionary;
  const grams = plan.segments.flatMap(
    (part) => planSegment(part, manifest, new Set(), true).grams,
  );
  await dictionary.load(grams.map(({ key }) => key));
  return intersectLists(grams, dictionary);
}

/** The places where a run would begin if one of its grams stood at `offset`. */
function startsOf(entry, offset) {
  const starts = [];
  let at = 0;
  entry.documents.forEach((document, number) => {
    for (; at < entry.places.ends[number]; at++) {
      const place = entry.places.at[at] - offset;
      // The run's mark would stand before the document's first character.
      if (place >= 0) starts.push(document * PLACE_RANGE + place);
    }
  });
  return starts;
}

/** The documents that have all grams where the run needs them: {hits, placesIn}. */
function intersectLists(grams, dictionary) {
  const entries = grams.map(({ key, offset }) => ({ entry: dictionary.get(key), offset }));
  if (entries.some(({ entry }) => !entry)) return NOTHING;
  const placed = entries.filter(({ entry }) => entry.places);
  const counted = entries.filter(({ entry }) => !entry.places);
  placed.sort((a, b) => a.entry.places.at.length - b.entry.places.at.length);
  const allowed = counted.map(({ entry }) => hitsOf(entry));
  if (!placed.length) return { hits: intersectHits(allowed), placesIn: () => null };
  let starts = startsOf(placed[0].entry, placed[0].offset);
  for (const { entry, offset } of placed.slice(1)) {
    starts = intersectSorted(starts, startsOf(entry, offset));
  }
  const hits = countStarts(starts, allowed, dictionary.manifest.members.spans);
  return { hits, placesIn: placesAmong(starts) };
}

function intersectSorted(left, right) {
  const both = [];
  let at = 0;
  for (const value of left) {
    while (at < right.length && right[at] < value) at++;
    if (right[at] === value) both.push(value);
  }
  return both;
}

function intersectHits([first, ...others]) {
  const kept = new Set(first.within(others));
  const places = [...first.documents.keys()].filter((at) => kept.has(first.documents[at]));
  const counts = first.counts.map((list) => places.map((at) => list[at]));
  return new Hits(places.map((at) => first.documents[at]), counts);
}

function countStarts(starts, allowed, spans) {
  const documents = new Map();
  for (const start of starts) {
    const document = Math.floor(start / PLACE_RANGE);
    if (!allowed.every((hits) => hits.has(document))) continue;
    if (!documents.has(document)) documents.set(document, [0, 0, 0]);
    const place = start % PLACE_RANGE;
    documents.get(document)[place < spans[0] ? 0 : place < spans[1] ? 1 : 2]++;
  }
  return Hits.from(documents);
}

async function compareTexts({ text, hits, placesIn }, texts) {
  const { documents } = hits;
  const read = await Promise.all(
    documents.map((document) => countRun(text, document, placesIn(document), texts)),
  );
  return Hits.from(new Map(documents.map((d, at) => [d, read[at]]).filter(([, counts]) => counts.some(Boolean))));
}
