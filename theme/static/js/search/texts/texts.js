/** Text shards: what the articles say (shard_format.py, "Text shard"). */

import { BitReader } from "../codes/bits.js";

const FIELD_END = "\x1f";
const NAME_FIELDS = 3;
const TEXT_FIELDS = 6;

function readDate(text) {
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (!parts) return { date: null, dateLabel: text };
  const [, year, month, day] = parts;
  return { date: `${year}-${month}-${day}`, dateLabel: `${+year}年${+month}月${+day}日` };
}

function readFields(reader, manifest, count) {
  const fields = [];
  let text = "";
  while (fields.length < count) {
    const symbol = manifest.symbols[manifest.code.read(reader)];
    if (symbol === FIELD_END) {
      fields.push(text);
      text = "";
    } else {
      text += symbol;
    }
  }
  return fields;
}

function readHead({ members }, [address, date, title]) {
  const [prefix, suffix] = members.affixes;
  return { url: prefix + address + suffix, title, ...readDate(date) };
}

function readText(reader, manifest) {
  const fields = readFields(reader, manifest, TEXT_FIELDS);
  const [, , , byline, start, body] = fields;
  return { ...readHead(manifest, fields), byline, start: Number(start), body };
}

const readName = (reader, manifest) =>
  readHead(manifest, readFields(reader, manifest, NAME_FIELDS));

function readDocuments(bytes, manifest, count, readOne) {
  const reader = new BitReader(bytes);
  return Array.from({ length: count }, () => readOne(reader, manifest));
}

/**
 * Read the first `count` articles of a text shard, or pieces of one: {url, title, date, dateLabel,
 * byline, start (the folded position in the whole body from which on it is here), body}.
 */
export const readTexts = (bytes, manifest, count) =>
  readDocuments(bytes, manifest, count, readText);

/** Read the first `count` articles of a name shard: {url, title, date, dateLabel}. */
export const readNames = (bytes, manifest, count) =>
  readDocuments(bytes, manifest, count, readName);
