/** Text shards: what the articles say (shard_format.py, "Text shard"). */

import { BitReader } from "./bits.js";

const FIELD_END = "\x1f";
const FIELDS = 5;

function readDate(text) {
  const parts = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (!parts) return { date: null, dateLabel: text };
  const [, year, month, day] = parts;
  return { date: `${year}-${month}-${day}`, dateLabel: `${+year}年${+month}月${+day}日` };
}

function readFields(reader, manifest) {
  const fields = [];
  let text = "";
  while (fields.length < FIELDS) {
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

/** Read the first `count` articles of a shard: {url, date, dateLabel, title, byline, body}. */
export function readTexts(bytes, manifest, count) {
  const reader = new BitReader(bytes);
  const [prefix, suffix] = manifest.members.affixes;
  return Array.from({ length: count }, () => {
    const [address, date, title, byline, body] = readFields(reader, manifest);
    return { url: prefix + address + suffix, ...readDate(date), title, byline, body };
  });
}
