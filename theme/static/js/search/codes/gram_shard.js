/** Shards of the dictionary: the lists of runs and words (shard_format.py, "Gram shard"). */

import { BitReader } from "./bits.js";
import { FormatError } from "../failure.js";
import { readKey, SHARD_RICE } from "./keys.js";

const COUNTED_FROM = 32;
const SOME_TERMS = 2;

/** The Rice parameter for the gaps of a list (plugins/search/shard_format.gap_parameter). */
export function gapParameter(df, documents) {
  let parameter = 0;
  while (100 * df * 2 ** (parameter + 1) <= 69 * documents) parameter++;
  return parameter;
}

/** Read a number at a cursor, {bytes, at}, which moves on. */
export function readVarint(cursor) {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = cursor.bytes[cursor.at++];
    value += (byte & 127) * scale;
    if (!(byte & 128)) return value;
  }
}

function openStreams(bytes) {
  const cursor = { bytes, at: 0 };
  const entries = readVarint(cursor);
  const sizes = [1, 2, 3, 4].map(() => readVarint(cursor));
  let start = cursor.at;
  const streams = sizes.map((size) => new BitReader(bytes, start, (start += size)));
  streams.push(new BitReader(bytes, start));
  const [keys, symbols, documents, places, counts] = streams;
  return { entries, keys, symbols, documents, places, counts };
}

/** What stands before an entry's lists: key, number of documents, how it is written. */
function readHead(streams, previous, manifest) {
  const { keys, symbols } = streams;
  const key = readKey(previous, keys, symbols, manifest.symbolWidth, SHARD_RICE);
  const df = keys.gamma();
  // Before arrays of that size are made.
  if (df > manifest.documents) throw new FormatError("篇数过多");
  const use = keys.bit() ? 1 + keys.bit() : 0;
  const told = key.length > 1 && df >= COUNTED_FROM;
  const counted = key.length === 1 || (told && keys.bit() === 1);
  const rice = counted ? keys.raw(4) : 0;
  const repeated = counted ? false : keys.bit() === 1;
  return { key, df, use, counted, rice, repeated };
}

function readDocuments(reader, df, documents) {
  const parameter = gapParameter(df, documents);
  const numbers = new Int32Array(df);
  let document = -1;
  for (let at = 0; at < df; at++) {
    document += reader.rice(parameter) + 1;
    numbers[at] = document;
  }
  return numbers;
}

/**
 * Positions of all documents one after the other; `ends[i]` is where document i's end. `note(at,
 * field, length)` is told how many terms the title or byline of the list's document `at` has.
 */
function readPlaces(reader, head, members, note) {
  const { spans } = members;
  const ends = new Int32Array(head.df);
  const at = [];
  const terms = [];
  for (let number = 0; number < head.df; number++) {
    let place = reader.rice(members.placeFirst);
    for (;;) {
      at.push(place);
      const last = head.repeated ? reader.bit() : 1;
      terms.push(head.use === SOME_TERMS ? reader.bit() : head.use);
      if (place < spans[1]) note(number, place < spans[0] ? 0 : 1, reader.gamma() - 1);
      if (last) break;
      place += reader.rice(members.placeNext) + 1;
    }
    ends[number] = at.length;
  }
  return { ends, at, terms };
}

const emptyCounts = (df) => [0, 1, 2].map(() => new Int32Array(df));

function readCounts(reader, head, note) {
  const tf = emptyCounts(head.df);
  const terms = head.use === SOME_TERMS ? emptyCounts(head.df) : head.use ? tf : null;
  for (let number = 0; number < head.df; number++) {
    const outside = reader.bit();
    tf[2][number] = reader.rice(head.rice) + 1 - outside;
    if (outside) {
      tf[0][number] = reader.gamma() - 1;
      tf[1][number] = reader.gamma() - 1;
      for (const field of [0, 1]) if (tf[field][number]) note(number, field, reader.gamma() - 1);
    }
    if (head.use !== SOME_TERMS) continue;
    terms[2][number] = tf[2][number] - reader.gamma() + 1;
    if (!outside) continue;
    terms[0][number] = tf[0][number] - reader.gamma() + 1;
    terms[1][number] = tf[1][number] - reader.gamma() + 1;
  }
  return { tf, terms };
}

/** Count the occurrences of placed lists by field, as counted lists have them. */
function countPlaces(places, head, spans) {
  const tf = emptyCounts(head.df);
  const terms = head.use ? emptyCounts(head.df) : null;
  let at = 0;
  for (let number = 0; number < head.df; number++) {
    for (; at < places.ends[number]; at++) {
      const field = places.at[at] < spans[0] ? 0 : places.at[at] < spans[1] ? 1 : 2;
      tf[field][number]++;
      if (places.terms[at]) terms[field][number]++;
    }
  }
  return { tf, terms };
}

/**
 * Read the entries for which `wanted(key)`. An entry is {key, documents, tf, terms, places}:
 * `tf` and `terms` (null if it is no term) are counts by field and document; `places` is null
 * for counted entries, which are frequent. What the entries tell of how many terms titles and
 * bylines have is put into `lengths[field][document]`.
 */
export function readEntries(bytes, manifest, wanted, lengths) {
  const streams = openStreams(bytes);
  const { members } = manifest;
  const entries = [];
  let key = "";
  for (let number = 0; number < streams.entries; number++) {
    const head = readHead(streams, key, manifest);
    key = head.key;
    const documents = readDocuments(streams.documents, head.df, members.documents);
    const note = (at, field, length) => (lengths[field][documents[at]] = length);
    const places = head.counted ? null : readPlaces(streams.places, head, members, note);
    const counts = head.counted ? readCounts(streams.counts, head, note) : null;
    if (!wanted(key)) continue;
    entries.push({
      key,
      documents,
      places,
      ...(counts || countPlaces(places, head, members.spans)),
    });
  }
  return entries;
}
