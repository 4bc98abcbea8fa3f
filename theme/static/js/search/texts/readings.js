/** What else a part may mean: pinyin, traditional characters, aliases, numerals. */

import { foldText } from "../corpus/folding.js";
import { rewriteNumber } from "./numerals.js";
import { isPinyin, PinyinBook } from "./pinyin.js";

const MOST_READINGS = 4;
const HAN = /\p{Script=Han}/u;

export class Readings {
  constructor(manifest, loader) {
    this.manifest = manifest;
    this.loader = loader;
    this.book = null;
    this.simplified = null;
    this.aliases = manifest.members.aliases.map((group) => group.map(foldText));
  }

  /** Load what suggestions and pinyin need. */
  async openBook() {
    if (this.book) return this.book;
    const members = await this.loader.loadJson(this.manifest.members.pinyin);
    const bitsOf = (word) => this.manifest.bitsOf(foldText(word)) ?? 0;
    this.book = new PinyinBook(members, this.manifest.words, bitsOf);
    return this.book;
  }

  async openTraditional() {
    if (this.simplified) return;
    const pairs = [...(await this.loader.loadJson(this.manifest.members.traditional))];
    this.simplified = new Map();
    for (let at = 0; at < pairs.length; at += 2) this.simplified.set(pairs[at], pairs[at + 1]);
  }

  /** Other texts for a part: [{text, how}], without those that the part itself finds. */
  async find(part) {
    if (part.exact || part.excluded || part.prefix || part.edits) return [];
    const found = [];
    const add = (text, how) => text && !text.includes(part.text) && found.push({ text, how });
    const simplified = await this.simplify(part.text);
    if (simplified !== part.text) add(simplified, "简体");
    for (const name of this.aliasesOf(simplified)) add(name, "又名");
    add(rewriteNumber(simplified), "数字");
    if (isPinyin(part.text)) {
      const [likeliest] = (await this.openBook()).find(part.text);
      add(likeliest && foldText(likeliest), "拼音");
    }
    return found.slice(0, MOST_READINGS);
  }

  async simplify(text) {
    const isForeign = (character) =>
      HAN.test(character) &&
      (!this.manifest.symbolOf.has(character) || this.manifest.printedTraditional.has(character));
    if (![...text].some(isForeign)) return text;
    await this.openTraditional();
    return Array.from(text, (character) => this.simplified.get(character) || character).join("");
  }

  /** The texts that name the same thing as a part of the query. */
  async findNames(text) {
    const simplified = await this.simplify(text);
    return [simplified, ...this.aliasesOf(simplified)];
  }

  aliasesOf(text) {
    return this.aliases
      .filter((group) => group.includes(text))
      .flat()
      .filter((name) => name !== text);
  }

  /** Words and names that begin as typed. */
  async suggest(typed, count) {
    const folded = foldText(typed).trim();
    if (!folded) return [];
    const simplified = await this.simplify(folded);
    return (await this.openBook()).suggest(simplified, count);
  }
}
