// A plain static host of this machine, which compresses texts as any host does.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".xml": "application/xml",
};
const PACKED = /\.(html|css|js|json|svg|xml|txt|csv)$/;

/** Answer with a file of the folder, or that there is none. */
async function answer(folder, { url }, response) {
  const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  const type = TYPES[extname(path)] || "application/octet-stream";
  try {
    const bytes = await readFile(join(folder, path));
    const packing = PACKED.test(path) ? { "Content-Encoding": "gzip" } : {};
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "max-age=600", ...packing });
    response.end(PACKED.test(path) ? gzipSync(bytes) : bytes);
  } catch {
    response.writeHead(404);
    response.end();
  }
}

/** Serve a folder; gives the server, which listens at a port of its own choice. */
export function serve(folder) {
  const server = createServer((request, response) => answer(folder, request, response));
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
