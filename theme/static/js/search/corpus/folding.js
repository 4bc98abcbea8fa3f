/** The form of text in which it is compared; the same rules as plugins/search/corpus/folding.py. */

const STABLE_CASE_END = 0x0590;
const FIRST_HAN = 0x2e80;
const BLANKS =
  "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000";
const EQUIVALENTS = {
  '"': "“”„「」『』＂｢｣",
  "'": "‘’＇",
  ".": "。｡",
  "、": "､",
  "[": "〔【",
  "]": "〕】",
  "-": "–‐‑−﹣",
  "~": "〜∼",
  "·": "•・‧∙●",
  "<": "〈",
  ">": "〉",
  " ": BLANKS,
};
const MARKS = new Map(
  Object.entries(EQUIVALENTS).flatMap(([mark, forms]) => [...forms].map((form) => [form, mark])),
);

export const BLANK = 0;
export const MARK = 1;
export const LETTER = 2;
export const HAN = 3;

function foldCharacter(character) {
  const mark = MARKS.get(character);
  if (mark) return mark;
  let code = character.codePointAt(0);
  if (code > 0xff00 && code < 0xff5f) code -= 0xfee0;
  const narrow = String.fromCodePoint(code);
  const small = code < STABLE_CASE_END ? narrow.toLowerCase() : narrow;
  return small.length === narrow.length ? small : narrow;
}

/** Fold text; every code point stays one code point of as many units. */
export function foldText(text) {
  let folded = "";
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/** BLANK, MARK, LETTER (Latin and digits) or HAN (all other words) for a folded character. */
export function classOf(character) {
  if (character === " " || character === "\n" || character === "\r") return BLANK;
  if (!/[\p{L}\p{N}]/u.test(character)) return MARK;
  return character.codePointAt(0) < FIRST_HAN ? LETTER : HAN;
}

/** Whether neighbours of these classes belong to one run of the index. */
export function isLinked(left, right) {
  if (left === BLANK || right === BLANK) return false;
  return (left >= LETTER && right >= LETTER) || left === LETTER || right === LETTER;
}

/** Whether a folded text has anything to search for. */
export function hasWords(text) {
  return [...text].some((character) => classOf(character) >= LETTER);
}
