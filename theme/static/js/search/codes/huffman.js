/** Canonical Huffman codes: by length, then symbol (RFC 1951, 3.2.2). */

import { FormatError } from "../failure.js";

export class HuffmanCode {
  /** `lengths[symbol]` is the length of the symbol's code in bits. */
  constructor(lengths) {
    this.longest = lengths.reduce((most, length) => (length > most ? length : most), 0);
    this.counts = new Uint32Array(this.longest + 1);
    for (const length of lengths) this.counts[length]++;
    const next = new Uint32Array(this.longest + 2);
    for (let length = 1; length <= this.longest; length++) {
      next[length + 1] = next[length] + this.counts[length];
    }
    this.symbols = new Uint32Array(lengths.length);
    lengths.forEach((length, symbol) => {
      this.symbols[next[length]++] = symbol;
    });
  }

  /** Read one symbol. */
  read(reader) {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= this.longest; length++) {
      code |= reader.bit();
      const count = this.counts[length];
      if (code - first < count) return this.symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new FormatError("编码不存在");
  }
}
