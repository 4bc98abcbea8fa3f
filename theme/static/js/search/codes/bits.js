/** Reads codes of varying length from bytes, most significant bit first (shard_format.py). */

import { FormatError } from "../failure.js";

const ESCAPE = 20;

export class BitReader {
  constructor(bytes, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = start * 8;
    // What lies beyond would read as zeros without end.
    this.end = Math.min(end, bytes.length) * 8;
  }

  /** A number of `width` bits, at most 32. */
  raw(width) {
    let left = width;
    let value = 0;
    let at = this.at;
    if (at + width > this.end) throw new FormatError("比特流不完整");
    while (left > 0) {
      const room = 8 - (at & 7);
      const take = left < room ? left : room;
      const bits = (this.bytes[at >> 3] >> (room - take)) & ((1 << take) - 1);
      value = value * (1 << take) + bits;
      at += take;
      left -= take;
    }
    this.at = at;
    return value;
  }

  bit() {
    const at = this.at;
    if (at >= this.end) throw new FormatError("比特流不完整");
    this.at = at + 1;
    return (this.bytes[at >> 3] >> (7 - (at & 7))) & 1;
  }

  /** Elias gamma: a number from 1. */
  gamma() {
    let zeros = 0;
    while (!this.bit()) {
      if (++zeros > 32) throw new FormatError("数值过大");
    }
    return zeros ? 2 ** zeros + this.raw(zeros) : 1;
  }

  /** Rice: a number from 0. */
  rice(parameter) {
    let ones = 0;
    while (ones < ESCAPE && this.bit()) ones++;
    if (ones === ESCAPE) return this.raw(32);
    return parameter ? ones * (1 << parameter) + this.raw(parameter) : ones;
  }
}
