// Folds and classes texts on standard input, by these simplified forms: {texts, simplified: [pairs]}.
import { classOf, foldText } from "../../theme/static/js/search/corpus/folding.js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { texts, simplified } = JSON.parse(Buffer.concat(chunks).toString());
const forms = new Map(simplified);
const folded = texts.map((text) => foldText(text, forms));
process.stdout.write(JSON.stringify(folded.map((text) => [text, classOf([...text, " "][0])])));
