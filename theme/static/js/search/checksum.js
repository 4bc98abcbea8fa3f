/** CRC-32 as in zlib (polynomial 0xEDB88320), over a file's address and content. */

import { LoadError } from "./failure.js";

const TABLE = new Uint32Array(256).map((_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function extend(crc, bytes, start = 0) {
  let value = ~crc;
  for (let at = start; at < bytes.length; at++) {
    value = (value >>> 8) ^ TABLE[(value ^ bytes[at]) & 255];
  }
  return ~value >>> 0;
}

/** The CRC-32 of bytes. */
export const checksum = (bytes) => extend(0, bytes);

/** Return the content of a file after its checksum; throw LoadError when they do not agree. */
export function openSealed(bytes, tail) {
  if (bytes.length < 4) throw new LoadError(tail);
  const told = ((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3]) >>> 0;
  if (extend(extend(0, new TextEncoder().encode(tail)), bytes, 4) !== told) {
    throw new LoadError(tail);
  }
  return bytes.subarray(4);
}
