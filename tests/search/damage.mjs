// Asks an index one of whose files is damaged: {folder, calls, from, to} on standard input, a
// damage for each number. Gives {undamaged, outcomes: [{file, scar, sealed, outcome, milliseconds}]}.
import { readFile } from "node:fs/promises";
import { crc32 } from "node:zlib";

import { openSearch } from "../../theme/static/js/search/search.js";

/** Numbers below `size` that a seed decides (mulberry32). */
function makeChance(seed) {
  let state = seed * 0x9e3779b1;
  return (size) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % size;
  };
}

function replace(bytes, start, end, piece) {
  return Uint8Array.from([...bytes.subarray(0, start), ...piece, ...bytes.subarray(end)]);
}

function chooseSpan(bytes, chance) {
  const start = chance(bytes.length);
  return [start, Math.min(bytes.length, start + 1 + chance(24))];
}

const draw = (count, chance) => Array.from({ length: count }, () => chance(256));

const SCARS = {
  truncated: (bytes, chance) => bytes.slice(0, chance(bytes.length)),
  bit: (bytes, chance) => {
    const at = chance(bytes.length);
    return replace(bytes, at, at + 1, [bytes[at] ^ (1 << chance(8))]);
  },
  noise: (bytes, chance) => {
    const [start, end] = chooseSpan(bytes, chance);
    return replace(bytes, start, end, draw(end - start, chance));
  },
  zeros: (bytes, chance) => {
    const [start, end] = chooseSpan(bytes, chance);
    return replace(bytes, start, end, new Array(end - start).fill(0));
  },
  ones: (bytes, chance) => {
    const [start, end] = chooseSpan(bytes, chance);
    return replace(bytes, start, end, new Array(end - start).fill(255));
  },
  lost: (bytes, chance) => replace(bytes, ...chooseSpan(bytes, chance), []),
  doubled: (bytes, chance) => {
    const [start, end] = chooseSpan(bytes, chance);
    return replace(bytes, end, end, bytes.subarray(start, end));
  },
  exchanged: (_bytes, _chance, other) => other,
  other: (_bytes, chance) => Uint8Array.from(draw(chance(400), chance)),
};

/** The bytes with a checksum that agrees: what a decoder gets to see when a checksum fails to help. */
function seal(bytes, address) {
  const [family, , number] = address.split("/").slice(-3);
  const tail = /^\d+\.bin$/.test(number) ? `${family}/${number.slice(0, -4)}` : address.split("/").at(-2);
  const content = bytes.subarray(4);
  const crc = crc32(content, crc32(new TextEncoder().encode(tail)));
  return Uint8Array.from([crc >>> 24, crc >>> 16, crc >>> 8, crc, ...content]);
}

async function answerAll(folder, calls, readBytes) {
  const archive = await openSearch(folder, { readBytes });
  const answers = [];
  for (const [method, ...given] of calls) answers.push(await archive[method](...given));
  return JSON.stringify(answers);
}

async function tryDamage(number, { folder, calls }, known, undamaged) {
  const chance = makeChance(number);
  const addresses = [...known.keys()];
  const file = addresses[chance(addresses.length)];
  const scar = Object.keys(SCARS)[chance(Object.keys(SCARS).length)];
  const other = known.get(addresses[chance(addresses.length)]);
  const scarred = SCARS[scar](known.get(file), chance, other);
  const sealed = file.endsWith(".bin") && scarred.length >= 4 && chance(2) === 1;
  const shown = sealed ? seal(scarred, file) : scarred;
  const start = performance.now();
  let outcome;
  try {
    const given = await answerAll(folder, calls, async (at) => (at === file ? shown : known.get(at)));
    outcome = given === undamaged ? "same" : "different";
  } catch (error) {
    outcome = error.name;
  }
  return { file, scar, sealed, outcome, milliseconds: performance.now() - start };
}

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const asked = JSON.parse(Buffer.concat(chunks).toString());
const known = new Map();
const undamaged = await answerAll(asked.folder, asked.calls, async (address) => {
  known.set(address, new Uint8Array(await readFile(address)));
  return known.get(address);
});
const outcomes = [];
for (let number = asked.from; number < asked.to; number++) {
  outcomes.push(await tryDamage(number, asked, known, undamaged));
}
process.stdout.write(JSON.stringify({ files: [...known.keys()], outcomes }));
