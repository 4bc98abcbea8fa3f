/** Names and words of the archive by how they are read (shard_format.py, "sound shard"). */

import { UnorderedFamily } from "../codes/unordered.js";

export const KINDS = ["word", "county", "topic", "town", "person", "village", "author", "date"];
const LONGEST_SYLLABLE = 6;
/** A further word costs more than any word's place among those of its sound. */
const [WORD_COST, MOST_RANK] = [1000, 99];

export class Sounds {
  /** `syllableOf` tells how characters are usually read. */
  constructor(manifest, loader, syllableOf) {
    this.family = new UnorderedFamily(manifest, loader, "sounds", "soundShards");
    this.syllableOf = syllableOf;
    this.syllables = new Set(syllableOf.values());
  }

  read(written, rank) {
    const [text, ...told] = written.slice(1).split(" ");
    const characters = [...text];
    const syllables = told.length ? told : characters.map((c) => this.syllableOf.get(c) || c);
    return { text, characters, syllables, kind: KINDS[+written[0]] || "word", rank };
  }

  /** Promise the texts whose first syllable this is, then those of which it is the second. */
  async list(syllable) {
    const [first = [], second = []] = (await this.family.find(syllable)) || [];
    return [first, second].map((texts) => texts.map((text, rank) => this.read(text, rank)));
  }

  /** Promise the words that letters spell one after the other (nongminyexiao), as one text; or null. */
  async spell(letters) {
    const ways = new Map([[0, { cost: 0, text: "" }]]);
    for (let at = 0; at < letters.length; at++) {
      const way = ways.get(at);
      if (!way) continue;
      for (const word of await this.listAt(letters, at)) {
        const end = at + word.syllables.join("").length;
        // Fewer words first, then the likelier ones.
        const cost = way.cost + WORD_COST + Math.min(word.rank, MOST_RANK);
        if (!ways.has(end) || ways.get(end).cost > cost) {
          ways.set(end, { cost, text: way.text + word.text });
        }
      }
    }
    const whole = ways.get(letters.length);
    return whole ? whole.text : null;
  }

  async listAt(letters, at) {
    const sizes = Array.from({ length: LONGEST_SYLLABLE }, (_, size) => letters.slice(at, at + size + 1));
    const syllables = [...new Set(sizes)].filter((syllable) => this.syllables.has(syllable));
    const lists = await Promise.all(syllables.map((syllable) => this.list(syllable)));
    const words = lists.flatMap(([first]) => first);
    return words.filter((word) => letters.startsWith(word.syllables.join(""), at));
  }
}
