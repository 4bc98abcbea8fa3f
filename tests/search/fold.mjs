// Folds and classes the code points on standard input: [[folded, class], …].
import { classOf, foldText } from "../../theme/static/js/search/corpus/folding.js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const points = JSON.parse(Buffer.concat(chunks).toString());
const folded = points.map((point) => foldText(String.fromCodePoint(point)));
process.stdout.write(JSON.stringify(folded.map((text) => [text, classOf(text)])));
