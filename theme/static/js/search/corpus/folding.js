/**
 * The form of text in which it is compared: the reading form (plugins/chinese/reading_form.py, whose
 * tables these are) and what plugins/search/corpus/folding.py adds. One printed character becomes
 * none, one or some.
 */

const FIRST_HAN = 0x2e80;
const STABLE_CASE_END = 0x0590;
const REMOVED =
  "0000-0008 000E-001F 007F-0084 0086-009F 00AD 034F 061C 180B-180F 200B-200F 202A-202E 2060-206F FE00-FE0F FEFF FFF9-FFFB E0000-E007F E0100-E01EF";
const COMPATIBLE =
  "00A0 2000-200A 202F 205F 2126 212A-212B 2F00-2FD5 3000 3038-303A 32C0-32CB 3300-33FF F900-FAFF FB00-FB06 FE10-FE18 FE31-FE32 FE35-FE48 FE50-FE6B FF01-FF5E FF61-FF9D FFE0-FFE2 FFE4-FFE6 1D400-1D7FF 2F800-2FA1F";
const LINE_ENDS = "000B 000C 000D 0085 2028 2029";
const ROMAN = "2160-217F";
const RADICALS =
  "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟㇆𠃌㇏乀㇐一㇑丨㇒丿㇓丿㇔丶㇕𠃍㇖乛㇗𠃊㇘𠃎㇙𠄌㇚亅㇛𡿨㇜𠃋㇝乀㇞𠃑㇟乚㇠乙㇡𠄎";
const EQUIVALENTS = {
  '"': "“”„「」『』",
  "'": "‘’",
  ".": "。",
  ",": "，",
  ":": "：",
  ";": "；",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
  "[": "〔【",
  "]": "〕】",
  "-": "–‐‑−",
  "~": "〜∼",
  "·": "•●・‧⋅∙",
  "<": "〈",
  ">": "〉",
  〇: "○◯⭘",
  "…": "︙⋯",
  " ": "\t\u1680",
};
const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉";
const LONGER = { "℃": "°c", "℉": "°f", "№": "no", "㎨": "m/s2", "㎯": "rad/s2" };
/** A letter O or a nought among the digits of a Chinese year. */
const NOUGHTS = /([〇零一二三四五六七八九十百千])([o0]+)(?=[〇零一二三四五六七八九十百千o0]{0,4}年)/gu;

const readRanges = (ranges) =>
  ranges.split(" ").map((range) => {
    const [first, last = first] = range.split("-");
    return [parseInt(first, 16), parseInt(last, 16)];
  });
const [removed, compatible, lineEnds, roman] = [REMOVED, COMPATIBLE, LINE_ENDS, ROMAN].map(readRanges);
/** Most of a text by far: no form of another, and no letter. */
const isCommon = (code) => code >= 0x3400 && code < 0xa000;
const isIn = (code, ranges) => ranges.some(([first, last]) => code >= first && code <= last);

const FORMS = new Map(Object.entries(LONGER));
for (const [form, characters] of Object.entries(EQUIVALENTS)) {
  for (const character of characters) FORMS.set(character, form);
}
[...DIGITS].forEach((digit, at) => FORMS.set(digit, String(at % 10)));
const radicals = [...RADICALS];
for (let at = 0; at < radicals.length; at += 2) FORMS.set(radicals[at], radicals[at + 1]);

export const BLANK = 0;
export const MARK = 1;
export const LETTER = 2;
export const HAN = 3;

function makeSmall(character) {
  const small = character.codePointAt(0) < STABLE_CASE_END ? character.toLowerCase() : character;
  return small.length === character.length ? small : character;
}

function foldAnew(character) {
  const code = character.codePointAt(0);
  if (isIn(code, removed)) return "";
  if (isIn(code, lineEnds)) return "\n";
  const known = FORMS.get(character);
  if (known !== undefined) return known;
  if (!isIn(code, compatible) && !isIn(code, roman)) return makeSmall(character);
  const form = character.normalize("NFKC");
  return Array.from(form, (one) => FORMS.get(one) || makeSmall(one)).join("");
}

const folded = new Map();

function foldCharacter(character) {
  if (isCommon(character.codePointAt(0))) return character;
  if (!folded.has(character)) folded.set(character, foldAnew(character));
  return folded.get(character);
}

/** What text folds to beside the table of an archive's traditional characters. */
function foldPart(character, simplified) {
  const form = foldCharacter(character);
  return (simplified && simplified.get(form)) || form;
}

/** Fold text; `simplified` maps traditional characters to simplified ones. */
export function foldText(text, simplified) {
  let form = "";
  const lines = text.includes("\r") ? text.replace(/\r\n/g, "\n") : text;
  for (const character of lines) form += foldPart(character, simplified);
  if (!form.includes("年")) return form;
  return form.replace(NOUGHTS, (_, before, noughts) => before + "〇".repeat(noughts.length));
}

/**
 * Fold text and tell where it comes from: {text, starts, ends}: of each unit of the folded text,
 * where the printed character begins and ends.
 */
export function foldWithPlaces(text, simplified) {
  const starts = [];
  const ends = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const isFirstHalf = character === "\r" && text[end] === "\n";
    const size = isFirstHalf ? 0 : foldPart(character, simplified).length;
    for (let unit = 0; unit < size; unit++) {
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text: foldText(text, simplified), starts, ends };
}

/** The characters of which text of these printed ones may consist, folded; sorted. */
export function foldAlphabet(characters, simplified) {
  const points = new Set(["〇", ...characters.flatMap((c) => [...foldPart(c, simplified)])]);
  return [...points].sort((a, b) => a.codePointAt(0) - b.codePointAt(0));
}

/** BLANK, MARK, LETTER (Latin and digits) or HAN (all other words) for a folded character. */
export function classOf(character) {
  if (character === " " || character === "\n") return BLANK;
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
