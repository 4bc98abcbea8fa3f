/** Dates as queries, and the dates of the archive's articles (shard_format.py, "Dates file"). */

import { BitReader } from "../codes/bits.js";
import { readQueryNumbers } from "../numbers/number_tokens.js";

const DAY_BITS = 22;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
/** The day from which days count, in days of JavaScript's: 0001-01-01 is 1. */
const UNIX_EPOCH = 719163;
const MILLISECONDS = 864e5;
const SEPARATED = /^(\d{4})([-./])(\d{1,2})(?:\2(\d{1,2}))?$/u;
const JOINED = /^(\d{4})(\d\d)(\d\d)$/u;
const YEAR = /^(.{4})年$/u;
const SPELLED = /^(.{2,5}?)年(.{1,3}?)月份?(?:(.{1,3}?)[日号])?$/u;

/** A year by its last two digits (19年11月) is of the hundred years around 2020. */
const SHORT = /^\d\d(?=年\d)/u;
const CENTURIES = [1900, 2000];
const MIDDLE = 70;

const countDays = (year, month, day) => Date.UTC(year, month - 1, day) / MILLISECONDS + UNIX_EPOCH;

function readNumber(text) {
  const [token] = readQueryNumbers(`${text}年`);
  return token && token.start === 0 && token.end === text.length ? +token.value : NaN;
}

function spellYear(digits) {
  return String(CENTURIES[+(+digits < MIDDLE)] + +digits);
}

function splitDate(typed) {
  const text = typed.replace(SHORT, spellYear);
  const separated = SEPARATED.exec(text);
  if (separated) return [separated[1], separated[3], separated[4]].filter(Boolean).map(Number);
  const year = YEAR.exec(text);
  if (year) return [readNumber(year[1])];
  const joined = JOINED.exec(text);
  if (joined) return joined.slice(1).map(Number);
  const spelled = SPELLED.exec(text);
  return spelled ? spelled.slice(1).filter(Boolean).map(readNumber) : [];
}

/**
 * The year, month or day that a folded text is, or null: {first, last (days from 0001-01-01), name
 * (of the year or month that it is in), label (as articles print it)}.
 */
export function readDate(text) {
  const [year, month, day] = splitDate(text);
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) return null;
  if (month === undefined) {
    const name = `${year}年`;
    return { first: countDays(year, 1, 1), last: countDays(year, 12, 31), name, label: name };
  }
  if (!(month >= 1 && month <= 12)) return null;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day !== undefined && !(day >= 1 && day <= length)) return null;
  const name = `${year}年${month}月`;
  return {
    first: countDays(year, month, day || 1),
    last: countDays(year, month, day || length),
    name,
    label: day ? `${name}${day}日` : name,
  };
}

function readEstimate(reader) {
  if (!reader.bit()) return null;
  const first = reader.raw(DAY_BITS);
  return [first, first + reader.gamma() - 1];
}

/** Read the dates file: of each document [first day, last day], or null where nothing is known. */
export function readDates(bytes, documents) {
  const reader = new BitReader(bytes);
  const dated = Math.min(reader.gamma() - 1, documents);
  const days = [];
  let day = 0;
  for (let document = 0; document < documents; document++) {
    if (document < dated) {
      day = document ? day - reader.gamma() + 1 : reader.raw(DAY_BITS);
      days.push([day, day]);
    } else {
      days.push(readEstimate(reader));
    }
  }
  return days;
}

/** The documents that were printed, or may have been, on one of the days of a date. */
export function findDated(days, { first, last }) {
  const found = new Set();
  days.forEach((span, document) => {
    if (span && span[0] <= last && span[1] >= first) found.add(document);
  });
  return found;
}
