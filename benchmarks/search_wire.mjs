// Counts what a search loads, as a plain static host sends it over a network.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

/** Types that plain static hosts compress. */
const PACKED = /\.(html|css|js|json|svg|xml|txt|csv)$/;

const sizes = new Map();
const wire = { bytes: 0, requests: 0, waves: 0, open: 0 };

/** Read a file, counted; all requests of one wave arrive together, as over a network. */
export async function readOverWire(address) {
  if (!wire.open) wire.waves += 1;
  wire.open += 1;
  const bytes = await readFile(address);
  if (!sizes.has(address)) {
    sizes.set(address, PACKED.test(address) ? gzipSync(bytes).length : bytes.length);
  }
  wire.bytes += sizes.get(address);
  wire.requests += 1;
  await new Promise((resolve) => setTimeout(resolve, 2));
  wire.open -= 1;
  return new Uint8Array(bytes);
}

/** What an action takes: {bytes, requests, waves, milliseconds (of this process's processor)}. */
export async function take(act) {
  Object.assign(wire, { bytes: 0, requests: 0, waves: 0 });
  const start = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(start);
  const { bytes, requests, waves } = wire;
  return { bytes, requests, waves, milliseconds: (user + system) / 1000 };
}

/** Read JSON from standard input. */
export async function readInput() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** Write JSON to standard output. */
export const writeOutput = (value) => process.stdout.write(JSON.stringify(value));
