/** What may be meant by a run that stands nowhere: what sounds like it, or is one character off. */

const LONGEST = 12;
const HAN = /\p{Script=Han}/u;
/** What numbers are written with: no number is meant for another. */
const NUMERAL = /[\d〇零一二两三四五六七八九十百千万亿]/u;

/** What ends the names of places, which people leave out: 汉宾 for 汉滨区. */
const PLACES = new Set(["county", "town", "village"]);
const PLACE_END = /^[区县市镇乡村]$/u;
const SHORTEST = 3;

/** A word, and a place also by its short name. */
function listForms(word) {
  const { characters, kind } = word;
  const isCut = PLACES.has(kind) && characters.length >= SHORTEST && PLACE_END.test(characters[characters.length - 1]);
  return isCut ? [word, { ...word, characters: characters.slice(0, -1) }] : [word];
}

/** How far a word is from the characters at a place: null when it is another word. */
function compare(word, characters, syllables, at) {
  const size = word.characters.length;
  if (at < 0 || at + size > characters.length) return null;
  const others = [...word.characters.keys()].filter((place) => word.characters[place] !== characters[at + place]);
  const isNumber = (place) => NUMERAL.test(word.characters[place]) && NUMERAL.test(characters[at + place]);
  const different = others.length;
  const misheard = others.filter((place) => word.syllables[place] !== syllables[at + place]).length;
  if (others.some(isNumber) || !different || misheard > 1 || (misheard && (different > 1 || size < 3))) return null;
  return { different, misheard };
}

/** What stands nearest: heard alike, much of the run, a name, few characters, then the commonest. */
const rank = (a, b) =>
  a.misheard - b.misheard ||
  b.word.characters.length - a.word.characters.length ||
  (a.word.kind === "word") - (b.word.kind === "word") ||
  a.different - b.different ||
  a.word.rank - b.word.rank;

/**
 * Promise texts that a folded run may be meant for, the likeliest first: the run with one name or
 * word of the archive in the place of what stands there. `readCharacter` promises a syllable.
 */
export async function listMeant(text, sounds, readCharacter) {
  const characters = [...text];
  if (characters.length < 2 || characters.length > LONGEST) return [];
  const read = (c) => (HAN.test(c) ? readCharacter(c) : Promise.resolve(c));
  const syllables = await Promise.all(characters.map(read));
  const wanted = [...new Set(syllables.filter(Boolean))];
  const list = async (s) => [s, (await sounds.list(s)).map((words) => words.flatMap(listForms))];
  const lists = new Map(await Promise.all(wanted.map(list)));
  const found = [];
  syllables.forEach((syllable, at) => {
    const [first = [], second = []] = lists.get(syllable) || [];
    for (const [words, start] of [[first, at], [second, at - 1]]) {
      for (const word of words) {
        const distance = compare(word, characters, syllables, start);
        if (distance) found.push({ ...distance, word, at: start });
      }
    }
  });
  const texts = found.sort(rank).map(({ word, at }) => replace(characters, at, word.characters));
  return [...new Set(texts)];
}

const replace = (characters, at, others) =>
  [...characters.slice(0, at), ...others, ...characters.slice(at + others.length)].join("");
