/** Columns: a number of every document (plugins/search/codes/columns.py). */

import { FormatError } from "../failure.js";
import { HuffmanCode } from "./huffman.js";

/** Read a column of `documents` values: high bits in a Huffman code, low bits as they are. */
export function readColumn(reader, documents) {
  const low = reader.gamma() - 1;
  const highs = reader.gamma() - 1;
  const size = reader.gamma() - 1;
  if (size !== documents) throw new FormatError("篇数不符");
  const values = [];
  const lengths = [];
  let value = -1;
  for (let number = 0; number < highs; number++) {
    values.push((value += reader.gamma()));
    lengths.push(reader.raw(5));
  }
  const code = new HuffmanCode(lengths);
  const column = new Int32Array(size);
  for (let number = 0; number < size; number++) {
    const high = values[code.read(reader)] * 2 ** low;
    column[number] = low ? high + reader.raw(low) : high;
  }
  return column;
}
