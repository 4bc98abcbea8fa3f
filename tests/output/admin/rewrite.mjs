// Reads [schema, hasBody, [text, ...], changes, isSecure] as JSON and answers what the web editor writes when
// it saves each text with these changes of fields, as Sveltia CMS hands it over: line ends and
// blanks around it made plain. Where the page is not secure, browsers have no crypto.subtle.
import { readFileSync } from "node:fs";

import { recordFormat } from "../../../plugins/output/admin/record_format.js";

const [schema, hasBody, texts, changes, isSecure] = JSON.parse(readFileSync(0, "utf8"));
if (!isSecure) {
  Object.defineProperty(globalThis, "crypto", { value: {} });
}
const { fromFile, toFile } = recordFormat(schema, { hasBody });
const plain = (text) => text.trim().replace(/\r\n?/g, "\n");
const save = async (text) => `${(await toFile({ ...fromFile(plain(text)), ...changes })).trim()}\n`;
const written = await Promise.all(texts.map(save));
process.stdout.write(JSON.stringify(written));
