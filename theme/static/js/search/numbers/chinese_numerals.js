/** Chinese numerals as Arabic ones; the same rules as plugins/search/numbers/chinese_numerals.py. */

const CAPITALS = new Map([..."壹贰叁肆伍陆柒捌玖拾佰仟零两"].map((c, at) => [c, [..."一二三四五六七八九十百千〇二"][at]]));
const DIGITS = "〇一二三四五六七八九";
const UNITS = new Map([["十", 10], ["百", 100], ["千", 1000]]);
const GROUPS = new Map([["万", 4], ["亿", 8]]);
const SPELLED = new RegExp(`^[${DIGITS}]{2,}$`, "u");
const DECIMAL = new RegExp(`^(.+)点([${DIGITS}]+)([万亿]*)$`, "u");
const FEWEST_DIGITS = 4;
const NO_UNIT = 1e5;

const writeDigits = (numerals) => Array.from(numerals, (numeral) => DIGITS.indexOf(numeral)).join("");

function readWhole(numerals) {
  if (!DIGITS.includes(numerals[0]) && numerals[0] !== "十") return null;
  let [total, group, digit, place, unit] = [0, 0, null, 1, NO_UNIT];
  for (const numeral of numerals) {
    if (DIGITS.includes(numeral)) {
      if (digit) return null;
      digit = DIGITS.indexOf(numeral);
      if (!digit) place = 1;
    } else if (UNITS.has(numeral)) {
      if (UNITS.get(numeral) >= unit) return null;
      unit = UNITS.get(numeral);
      group += (digit === null ? 1 : digit) * unit;
      [digit, place] = [null, Math.max(1, unit / 10)];
    } else if (GROUPS.has(numeral)) {
      const worth = 10 ** GROUPS.get(numeral);
      // 一亿二千万: 万 counts what stands since 亿 alone.
      const before = numeral === "万" ? total : 0;
      total = before + (total - before + group + (digit || 0)) * worth;
      [group, digit, place, unit] = [0, null, worth / 10, NO_UNIT];
    } else {
      return null;
    }
  }
  return total + group + (digit || 0) * place;
}

/** [digits before the decimal point, digits behind it, zeros that follow], or null for no number. */
export function readNumerals(numerals) {
  const plain = Array.from(numerals, (numeral) => CAPITALS.get(numeral) || numeral).join("");
  if (SPELLED.test(plain)) {
    // 两 is never spelled among digits.
    const spelled = !numerals.includes("两") && (plain.length >= FEWEST_DIGITS || plain.includes("〇"));
    return spelled ? [writeDigits(plain), "", 0] : null;
  }
  const decimal = DECIMAL.exec(plain);
  const whole = readWhole(decimal ? decimal[1] : plain);
  if (whole === null || !Number.isSafeInteger(whole)) return null;
  if (!decimal) return [String(whole), "", 0];
  const zeros = Array.from(decimal[3], (group) => GROUPS.get(group)).reduce((sum, n) => sum + n, 0);
  return [String(whole), writeDigits(decimal[2]), zeros];
}
