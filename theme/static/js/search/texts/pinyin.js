/** Finds the words that readers mean by pinyin (hanbin, han'bin) or initials (hb). */

const LETTERS = /^[a-z][a-z']*$/;
/** What people type between syllables. */
export const SYLLABLE_ENDS = /[' ]/g;

export const isPinyin = (text) => LETTERS.test(text);

/** Words with their readings: [{text, kind, full, initials}], names first, then frequent words. */
export class PinyinBook {
  /** `members` is the pinyin file; `words` the lexicon's, with `bitsOf` as their rank; `fold` folds. */
  constructor(members, words, bitsOf, fold) {
    this.fold = fold;
    this.syllableOf = new Map();
    for (const [syllable, characters] of Object.entries(members.characters)) {
      for (const character of characters) this.syllableOf.set(character, syllable);
    }
    this.special = members.words;
    const ranked = [...words].sort((a, b) => bitsOf(a) - bitsOf(b));
    const names = Object.entries(members.names).flatMap(([kind, texts]) =>
      texts.map((text) => ({ text, kind })),
    );
    this.entries = [...names, ...ranked.map((text) => ({ text, kind: "word" }))].map((entry) =>
      this.read(entry),
    );
  }

  read({ text, kind }) {
    const special = this.special[text];
    const syllables = special
      ? special.split(" ")
      : Array.from(this.fold(text), (character) => this.syllableOf.get(character) || character);
    const initials = syllables.map((syllable) => syllable[0]).join("");
    return { text, kind, full: syllables.join(""), initials };
  }

  /** The words read exactly so, the likeliest first: names whole or without 县, 区, 镇. */
  find(typed) {
    const letters = typed.replace(SYLLABLE_ENDS, "");
    const exact = this.entries.filter(({ full }) => full === letters);
    const short = this.entries.filter(
      ({ text, kind, full, initials }) =>
        kind === "county" &&
        text.length > 2 &&
        (full.startsWith(letters) || initials.startsWith(letters)) &&
        letters.length >= 2,
    );
    const initials = this.entries.filter((entry) => entry.initials === letters && letters.length > 1);
    const stems = short
      .map(({ text }) => this.read({ text: text.slice(0, -1), kind: "county" }))
      .filter((stem) => stem.full === letters || stem.initials === letters);
    return [...new Set([...exact, ...stems, ...initials].map(({ text }) => text))];
  }

  /** The words that begin so, in characters or pinyin: [{text, kind}]. */
  suggest(typed, count) {
    const letters = isPinyin(typed) ? typed.replace(SYLLABLE_ENDS, "") : null;
    const starts = this.entries.filter(
      ({ text, full, initials }) =>
        text.startsWith(typed) ||
        (letters && (full.startsWith(letters) || initials.startsWith(letters))),
    );
    const seen = new Set();
    const fresh = starts.filter(({ text }) => !seen.has(text) && seen.add(text));
    return fresh.slice(0, count).map(({ text, kind }) => ({ text, kind }));
  }
}
