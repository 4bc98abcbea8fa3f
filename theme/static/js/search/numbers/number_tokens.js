/**
 * Number tokens: the whole numbers and Latin words of folded text, by what they are worth; the
 * same rules as plugins/search/numbers/number_tokens.py.
 */

import { readNumerals } from "./chinese_numerals.js";

/** What a Chinese digit that stands alone must precede to be a number. */
export const UNITS =
  "元块角美欧人名位员口个户家所座处条项台辆件份场次只头株棵间栋幢套部本篇幅张架笔枚例批期届种类款" +
  "根羽尾颗粒片单票箱瓶包盒桶双对队班趟轮遍站段组门级车课节公里米吨斤克亩立平厘度瓦升焦千伏倍成" +
  "年月日天周岁小镇乡村县区市街省校厂企%‰℃°";
const LETTERS = "a-z\\u00df-\\u024f\\u0370-\\u052f";
const ARABIC = "\\d+(?:\\.\\d+){2,}|\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const TIMES = "百万|千万|十万|万亿|万|亿|百(?!帕)|千(?![瓦克米伏卡帕赫焦])";
const NUMERALS = "[零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟]+";
const TOKEN = new RegExp(
  `([${LETTERS}][${LETTERS}0-9]*(?:\\.\\d+)?)|([百千]分之)?` +
    `(?:(${ARABIC})(${TIMES})?|(${NUMERALS}))`,
  "gu",
);
/** What may go on behind a multiplier: the 5千 of 3万5千, the 5000 of 3万5000, no year or share. */
const FURTHER = new RegExp(`^(\\d+)(?:(${TIMES})|(?![,.\\d年%‰]))`, "u");
const LONGEST = 20;
const MOST_DIGITS = String(Number.MAX_SAFE_INTEGER).length;
const ZEROS = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };
const SHARES = { 百: "%", 千: "‰" };
const FOLLOWS = new RegExp(`^公?([\\u2e80-\\u{3ffff}${LETTERS}0-9%‰°])`, "u");

/** A number times ten to the power of `zeros` in its one spelling. */
export function writeValue(whole, decimals, zeros) {
  if (whole[0] === "0" && whole.length > 1 && !decimals) return whole;
  const point = whole.length + zeros;
  const digits = (whole + decimals).padEnd(point, "0");
  const left = digits.slice(0, point).replace(/^0+/, "") || "0";
  const right = digits.slice(point).replace(/0+$/, "");
  return right ? `${left}.${right}` : left;
}

function findFollow(text, end) {
  const following = FOLLOWS.exec(text.slice(end, end + 3));
  return following ? following[1] : "";
}

const makeToken = (text, start, end, value, share) => ({
  start,
  end,
  value,
  follow: share ? SHARES[share[0]] : findFollow(text, end),
});

/** The parts of 2019.11.21, which is no decimal. */
function splitDotted(text, start, arabic) {
  let at = start;
  return arabic.split(".").map((part) => {
    const token = makeToken(text, at, at + part.length, writeValue(part, "", 0));
    at = token.end + 1;
    return token;
  });
}

function readChinese(text, match, share, written) {
  const numerals = written.replace(/点+$/u, "");
  const number = numerals ? readNumerals(numerals) : null;
  if (!number) return [];
  const start = match.index + match[0].length - written.length;
  const tokens = [];
  const bare = numerals.replace(/[万亿]+$/u, "");
  const less = bare && bare !== numerals && !/[万亿]/u.test(bare) ? readNumerals(bare) : null;
  if (less) {
    const end = start + bare.length;
    tokens.push({ start: match.index, end, value: writeValue(...less), follow: numerals[bare.length] });
  }
  const token = makeToken(text, match.index, start + numerals.length, writeValue(...number), share);
  const counts = token.follow !== "" && UNITS.includes(token.follow);
  if (numerals.length > 1 || share || counts) tokens.push(token);
  return tokens;
}

/**
 * The worth and the end of a number that goes on in Arabic digits, or null. Each part is less than
 * one of what the part before counts in; one without a multiplier ends the number and fills its
 * places (3万5000).
 */
function addFurther(text, start, whole, zeros) {
  if (whole.length > MOST_DIGITS) return null;
  let [total, end, places] = [Number(whole) * 10 ** zeros, start, zeros];
  for (;;) {
    const part = FURTHER.exec(text.slice(end, end + LONGEST));
    const further = part ? ZEROS[part[2]] || 0 : 0;
    if (!part || part[1].length + further > places || (!part[2] && part[1].length < places)) break;
    [total, end, places] = [total + Number(part[1]) * 10 ** further, end + part[0].length, further];
  }
  return end > start && Number.isSafeInteger(total) ? [String(total), end] : null;
}

function readArabic(text, match, share, arabic, times) {
  const [whole, decimals = ""] = arabic.replace(/,/g, "").split(".");
  const end = match.index + match[0].length;
  const zeros = ZEROS[times] || 0;
  const compound = zeros && !decimals ? addFurther(text, end, whole, zeros) : null;
  const [value, last] = compound || [writeValue(whole, decimals, zeros), end];
  const token = makeToken(text, match.index, last, value, share);
  if (!times) return [token];
  const bare = { value: writeValue(whole, decimals, 0), follow: times[0] };
  return [{ ...bare, start: match.index, end: end - times.length }, token];
}

function readTokens(text, match) {
  const [all, word, share, arabic, times, numerals] = match;
  const start = match.index;
  if (word) return [makeToken(text, start, start + all.length, word)];
  if (numerals) return readChinese(text, match, share, numerals);
  if (arabic.split(".").length > 2) return splitDotted(text, start + (share || "").length, arabic);
  return readArabic(text, match, share, arabic, times);
}

/**
 * The number tokens of folded text, in order: [{start, end, value, follow}]. Of 12万 both are: 12
 * before 万, then 120000; of 3万5千 3 and the whole.
 */
export function scanNumbers(text) {
  const tokens = [];
  for (const match of text.matchAll(TOKEN)) {
    const last = tokens[tokens.length - 1];
    // What lies in a number that went on behind its multiplier has been read.
    if (!last || match.index >= last.end) tokens.push(...readTokens(text, match));
  }
  return tokens;
}

/** The number tokens of what was typed: of several that begin together the longest. */
export function readQueryNumbers(text) {
  const tokens = scanNumbers(text);
  return tokens.filter(({ start }, at) => !tokens[at + 1] || tokens[at + 1].start !== start);
}
