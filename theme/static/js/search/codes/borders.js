/** Borders between the dictionary's shards (shard_format.py, "Borders"). */

/** The width of a symbol plus 1. */
export const borderBits = (symbols) => 32 - Math.clz32(symbols);

/** A border's bits as a key: strings compare as keys do. */
function joinBits(bits, width) {
  let key = "";
  for (let at = 0; at < bits.length; at += width) {
    const symbol = parseInt(bits.slice(at, at + width).padEnd(width, "0"), 2);
    key += String.fromCharCode(symbol - 1);
  }
  return key;
}

/** Whether a range has borders in its lower half, as its middle, in its upper half. */
function readHalving(reader) {
  if (!reader.bit()) return [true, false, false];
  if (!reader.bit()) return reader.bit() ? [false, false, true] : [false, true, false];
  if (!reader.bit()) return [true, true, false];
  if (!reader.bit()) return [true, true, true];
  return reader.bit() ? [false, true, true] : [true, false, true];
}

/** Read `count` borders, sorted. */
export function readBorders(reader, count, width) {
  const borders = [];
  const open = count ? [{ bits: "" }] : [];
  while (open.length) {
    const { bits, border } = open.pop();
    if (border !== undefined) {
      borders.push(border);
      continue;
    }
    const [lower, middle, upper] = readHalving(reader);
    if (upper) open.push({ bits: `${bits}1` });
    if (middle) open.push({ border: joinBits(`${bits}1`, width) });
    if (lower) open.push({ bits: `${bits}0` });
  }
  return borders;
}
