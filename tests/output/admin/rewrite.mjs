// Reads [schema, hasBody, [text, ...]] as JSON and answers what the web editor writes when
// it saves each text with nothing changed, as Sveltia CMS hands it over: line ends and blanks
// around it made plain.
import { readFileSync } from "node:fs";

import { recordFormat } from "../../../plugins/output/admin/record_format.js";

const [schema, hasBody, texts] = JSON.parse(readFileSync(0, "utf8"));
const { fromFile, toFile } = recordFormat(schema, { hasBody });
const plain = (text) => text.trim().replace(/\r\n?/g, "\n");
const written = texts.map((text) => `${toFile(fromFile(plain(text))).trim()}\n`);
process.stdout.write(JSON.stringify(written));
