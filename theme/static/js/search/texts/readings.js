/** What else a part may mean: pinyin, aliases, a date as articles print it; traditional characters. */

import { Sounds } from "../names/sounds.js";
import { isPinyin, PinyinBook, SYLLABLE_ENDS } from "./pinyin.js";

const MOST_READINGS = 4;
/** Beside these, newspapers set blanks or none, on both sides alike: 五招 + 五单. */
const SPACED = / ?([+&/×=]) ?/gu;
const HAN = /\p{Script=Han}/u;

export class Readings {
  constructor(manifest, loader) {
    this.manifest = manifest;
    this.loader = loader;
    this.book = null;
    this.sounds = null;
    this.rare = null;
    this.aliases = manifest.members.aliases.map((group) => group.map((name) => manifest.fold(name)));
  }

  /** Load what suggestions and pinyin need. */
  async openBook() {
    if (this.book) return this.book;
    const members = await this.loader.loadJson(this.manifest.members.pinyin);
    const fold = (text) => this.manifest.fold(text);
    const bitsOf = (word) => this.manifest.bitsOf(fold(word)) ?? 0;
    this.book = new PinyinBook(members, this.manifest.words, bitsOf, fold);
    return this.book;
  }

  async openSounds() {
    const { syllableOf } = await this.openBook();
    this.sounds = this.sounds || new Sounds(this.manifest, this.loader, syllableOf);
    return this.sounds;
  }

  /** Promise how a character is read; undefined for one that nobody reads. */
  async readCharacter(character) {
    const { syllableOf } = await this.openBook();
    if (syllableOf.has(character)) return syllableOf.get(character);
    if (!this.rare) {
      const syllables = await this.loader.loadJson(this.manifest.members.rare);
      this.rare = new Map();
      for (const [syllable, characters] of Object.entries(syllables)) {
        for (const one of characters) this.rare.set(one, syllable);
      }
    }
    return this.rare.get(character);
  }

  /** Promise text as the index holds it, traditional characters that it lacks as simplified ones. */
  async fold(text) {
    const folded = this.manifest.fold(text);
    const isForeign = (character) => HAN.test(character) && !this.manifest.symbolOf.has(character);
    if (![...folded].some(isForeign)) return folded;
    this.manifest.addSimplified(await this.loader.loadJson(this.manifest.members.traditional));
    return this.manifest.fold(text);
  }

  /** Other texts for a part, without those that the part itself finds. */
  async find(part) {
    if (part.prefix || part.edits) return [];
    const found = part.exact || part.excluded ? [] : await this.findMeanings(part);
    found.push(...["$1", " $1 "].map((spaced) => part.text.replace(SPACED, spaced)));
    return found.filter((text) => text && !text.includes(part.text)).slice(0, MOST_READINGS);
  }

  async findMeanings({ text, date }) {
    const names = [...(date ? [date.label] : []), ...this.findNames(text)];
    return isPinyin(text) ? [...names, await this.readPinyin(text)] : names;
  }

  /** The likeliest text that pinyin means: a name or word, or several in a row. */
  async readPinyin(typed) {
    const [likeliest] = (await this.openBook()).find(typed);
    if (likeliest) return this.manifest.fold(likeliest);
    return (await this.openSounds()).spell(typed.replace(SYLLABLE_ENDS, ""));
  }

  /** Promise the name that a part may be: a date's month, what pinyin means, else the part itself. */
  async nameOf({ text, date, exact }) {
    if (date) return date.name;
    return (!exact && isPinyin(text) && (await this.readPinyin(text))) || text;
  }

  /** The texts that name the same thing as a part of the query, itself among them. */
  findNames(text) {
    const groups = this.aliases.filter((group) => group.includes(text));
    return [...new Set([text, ...groups.flat()])];
  }

  /** Words and names that begin as typed. */
  async suggest(typed, count) {
    const folded = (await this.fold(typed)).trim();
    return folded ? (await this.openBook()).suggest(folded, count) : [];
  }
}
