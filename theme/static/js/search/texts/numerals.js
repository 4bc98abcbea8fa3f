/** The same number in Chinese and Arabic numerals: 三千亩 and 3000亩. */

const DIGITS = "零一二三四五六七八九";
const UNITS = new Map([["十", 10], ["百", 100], ["千", 1000]]);
const GROUPS = new Map([["万", 1e4], ["亿", 1e8]]);
const CHINESE = /^([零一二两三四五六七八九十百千万亿]{2,}|十)(\p{Script=Han}{0,3})$/u;
const ARABIC = /^(\d{1,8})(\p{Script=Han}{0,3})$/u;

/** The value of Chinese numerals, or null when they are no number (三三两两). */
export function readChinese(numerals) {
  let total = 0;
  let group = 0;
  let digit = -1;
  // What a digit at the end counts: 三千五 is 3500, 三千零五 is 3005.
  let place = 1;
  for (const numeral of numerals) {
    const value = numeral === "两" ? 2 : DIGITS.indexOf(numeral);
    if (value >= 0) {
      if (digit > 0) return null;
      digit = value;
      if (!value) place = 1;
    } else if (UNITS.has(numeral)) {
      group += (digit < 0 ? 1 : digit) * UNITS.get(numeral);
      digit = -1;
      place = Math.max(1, UNITS.get(numeral) / 10);
    } else {
      // 一亿二千万: 万 counts what stands since 亿 alone.
      const before = numeral === "万" ? total : 0;
      total = before + (total - before + group + Math.max(digit, 0)) * GROUPS.get(numeral);
      group = 0;
      digit = -1;
      place = GROUPS.get(numeral) / 10;
    }
  }
  return total + group + Math.max(digit, 0) * place;
}

function writeGroup(number) {
  let text = "";
  let gap = false;
  [1000, 100, 10, 1].forEach((unit, place) => {
    const digit = Math.floor(number / unit) % 10;
    if (digit) text += (gap && text ? "零" : "") + DIGITS[digit] + ["千", "百", "十", ""][place];
    gap = !digit;
  });
  return text;
}

/** A whole number below 10^8 in Chinese numerals. */
export function writeChinese(number) {
  if (!number) return "零";
  const high = Math.floor(number / 1e4);
  const low = number % 1e4;
  const gap = high && low && low < 1000 ? "零" : "";
  const text = (high ? `${writeGroup(high)}万` : "") + gap + writeGroup(low);
  return text.replace(/^一十/u, "十");
}

/** The other way to write a run that is a number, or a number and its unit; else null. */
export function rewriteNumber(text) {
  const chinese = CHINESE.exec(text);
  if (chinese) {
    const value = readChinese(chinese[1]);
    return value ? `${value}${chinese[2]}` : null;
  }
  const arabic = ARABIC.exec(text);
  if (!arabic || arabic[1][0] === "0") return null;
  return writeChinese(+arabic[1]) + arabic[2];
}
