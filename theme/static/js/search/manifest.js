/** The manifest: what must be known before shards can be chosen (plugins/search/manifest.py). */

import { BitReader } from "./codes/bits.js";
import { borderBits, readBorders } from "./codes/borders.js";
import { FormatError } from "./failure.js";
import { foldAlphabet, foldText } from "./corpus/folding.js";
import { HuffmanCode } from "./codes/huffman.js";
import { readKeys, symbolBits } from "./codes/keys.js";
import { pause } from "./pauses.js";

const FORMAT = 5;
const UNKNOWN_BITS = 24;

const decodeBase64 = (text) => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
const readerOf = (text) => new BitReader(decodeBase64(text));

function readCharacters({ count, points }) {
  const reader = readerOf(points);
  let point = -1;
  return Array.from({ length: count }, () => String.fromCodePoint((point += reader.gamma())));
}

/** The text of a key, whose units are numbers of `symbols`. */
function spell(key, symbols) {
  let text = "";
  for (let at = 0; at < key.length; at++) text += symbols[key.charCodeAt(at)];
  return text;
}

/** Promise the manifest of the parsed manifest.json, made in pieces that hold no page up. */
export async function openManifest(members) {
  const manifest = new Manifest(members);
  manifest.readAlphabet();
  await pause();
  manifest.readLexicon();
  await pause();
  manifest.rateLexicon();
  await pause();
  manifest.readSymbols();
  await pause();
  return manifest;
}

class Manifest {
  constructor(members) {
    if (members.format !== FORMAT) throw new FormatError("版本不符，请刷新页面");
    this.members = members;
    this.documents = members.documents;
    this.simplified = new Map();
  }

  readAlphabet() {
    this.addSimplified(this.members.simplified);
    this.alphabet = readCharacters(this.members.alphabet);
  }

  readSymbols() {
    const { members } = this;
    this.folded = foldAlphabet(this.alphabet, this.simplified);
    this.symbolOf = new Map(this.folded.map((character, symbol) => [character, symbol]));
    this.symbolWidth = symbolBits(this.folded.length);
    const { frequent, borders, shards } = members;
    this.frequent = new Set(readKeys(readerOf(frequent.keys), frequent.count, this.folded.length));
    this.placeNames = new Set(members.aliases.flat().map((name) => this.fold(name)));
    this.surnames = new Set(members.surnames.split(" ").filter(Boolean));
    const width = borderBits(this.folded.length);
    this.borders = readBorders(readerOf(borders), Math.max(0, shards - 1), width);
  }

  /** Learn pairs of a traditional character and its simplified form. */
  addSimplified(pairs) {
    const characters = [...pairs];
    for (let at = 0; at < characters.length; at += 2) {
      this.simplified.set(characters[at], characters[at + 1]);
    }
  }

  /** Text as the index holds it. */
  fold(text) {
    return foldText(text, this.simplified);
  }

  readLexicon() {
    const { members, alphabet } = this;
    const keys = readKeys(readerOf(members.words.keys), members.words.count, alphabet.length);
    this.words = keys.map((key) => spell(key, alphabet));
    this.symbols = alphabet.concat(this.words);
    this.lengths = Uint8Array.from(members.bits, (c) => c.charCodeAt(0) - 97 + members.shortest);
    this.code = new HuffmanCode(this.lengths);
  }

  rateLexicon() {
    this.bits = new Map();
    this.symbols.forEach((symbol, number) => {
      const folded = this.fold(symbol);
      const known = this.bits.get(folded);
      if (!(known <= this.lengths[number])) this.bits.set(folded, this.lengths[number]);
    });
  }

  /** How many bits a folded character or word of the lexicon is worth; undefined for others. */
  bitsOf(text) {
    return this.bits.get(text) ?? ([...text].length === 1 ? UNKNOWN_BITS : undefined);
  }

  /** A folded text as a key, or null when the archive lacks one of its characters. */
  keyOf(text) {
    let key = "";
    for (const character of text) {
      const symbol = this.symbolOf.get(character);
      if (symbol === undefined) return null;
      key += String.fromCharCode(symbol);
    }
    return key;
  }

  /** A key as text. */
  textOf(key) {
    return spell(key, this.folded);
  }

  /** How many shards the dictionary has. */
  get shards() {
    return this.members.shards;
  }

  /** The number of the shard in which a key stands if it is in the dictionary. */
  locate(key) {
    let low = 0;
    let high = this.borders.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.borders[middle] <= key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether the dictionary holds every gram like this one, terms aside (shard_format.py). */
  isStored(key) {
    return (
      key.length <= 2 || this.frequent.has(key.slice(0, -1)) || this.frequent.has(key.slice(1))
    );
  }
}
