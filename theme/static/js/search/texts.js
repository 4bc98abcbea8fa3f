/** Text shards: what the articles say (shard_format.py, "Text shard"). */

import { BitReader } from "./bits.js";

const FIELD_END = "\x1f";
const NAME_FIELDS = 3;
const TEXT_FIELDS = 5;

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

function readDocuments(bytes, manifest, count, fields) {
  const reader = new BitReader(bytes);
  const [prefix, suffix] = manifest.members.affixes;
  return Array.from({ length: count }, () => {
    const [address, date, title, byline, body] = readFields(reader, manifest, fields);
    return { url: prefix + address + suffix, title, ...readDate(date), byline, body };
  });
}

/** Read the first `count` articles of a text shard: {url, title, date, dateLabel, byline, body}. */
export const readTexts = (bytes, manifest, count) =>
  readDocuments(bytes, manifest, count, TEXT_FIELDS);

/** Read the first `count` articles of a name shard: the same without byline and body. */
export const readNames = (bytes, manifest, count) =>
  readDocuments(bytes, manifest, count, NAME_FIELDS);
